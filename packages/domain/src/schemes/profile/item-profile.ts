import { compare, exact, exactText, parseExact, zero } from '../../points/exact.ts';
import { type Points, points } from '../../points/points.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { error, type Finding } from '../check/finding.ts';
import { type Interval, lies, parseInterval } from '../language/interval.ts';
import type { Measure } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import type { MonthItem } from './month-profile.ts';

export type Sign = 'deducts' | 'adds';

/** Reading A24: a number of the scheme in hundredths; null where it is none, or finer. */
export function hundredths(text: unknown): Points | null {
  const value = typeof text === 'string' ? parseExact(text) : null;
  const decimal = value ? exactText(value) : '';
  return /^-?\d+(\.\d{1,2})?$/.test(decimal) ? points(decimal) : null;
}

/** An edge at 0 must be open: an amount is never 0. */
function onOneSide({ from, to }: Interval, sign: Sign): boolean {
  const edge = sign === 'deducts' ? to : from;
  const order = edge ? compare(edge.at, zero) * (sign === 'deducts' ? 1 : -1) : 1;
  return order < 0 || (order === 0 && edge?.closed === false);
}

type Worth = Pick<MonthItem, 'amount' | 'range'>;

function ofValue({ together, range, usual }: Extract<Measure, { kind: 'value' }>, each: Item['each'], sign: Sign): Worth | null {
  const interval = range === undefined ? null : parseInterval(range);
  if (range === undefined || !interval || together !== 'sum' || (each?.length ?? 0) > 0 || !onOneSide(interval, sign)) return null;
  const amount = usual === undefined ? null : hundredths(usual);
  return usual !== undefined && amount === null ? null : { amount, range };
}

function ofCount(each: Item['each'] = [], sign: Sign): Worth | null {
  const [one, ...others] = each;
  const worth = one === undefined ? points(1) : one.kind === 'times' ? hundredths(one.by) : null;
  const right = worth !== null && (sign === 'deducts' ? worth < 0 : worth > 0);
  return right && others.length === 0 ? { amount: worth, range: null } : null;
}

/** An item as secretaries choose it; one whose worth depends on more than its entries does not fit a month. */
export function itemProfile(item: Item, sign: Sign, path: string): Result<MonthItem, Finding> {
  const { id, title, measure, each, requires = [], sample = false } = item;
  const plain = !item.adjust?.length && !item.caps?.length && !item.bounds && !item.for;
  const provable = requires.every((what) => what === 'evidence');
  const worth = measure.kind === 'value' ? ofValue(measure, each, sign) : measure.kind === 'count' ? ofCount(each, sign) : null;
  if (!worth || !plain || !provable) return refuse(error('item-unfit-for-months', path, { title, sign }));
  return ok({ id, title, ...worth, evidence: requires.includes('evidence') ? 'required' : 'optional', sample });
}

/** Reading A12: whether an entry of an item may have this amount. */
export function allows({ range, amount }: MonthItem, given: Points): boolean {
  if (range === null) return amount !== null && given !== 0 && given % amount === 0 && given / amount > 0;
  const interval = parseInterval(range);
  return interval !== null && lies(exact(`${given}/100`), interval);
}
