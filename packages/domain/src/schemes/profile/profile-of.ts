import { parseExact } from '../../points/exact.ts';
import type { Fraction, Points } from '../../points/points.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { error, type Finding } from '../check/finding.ts';
import { type Placed, placedNodes } from '../engine/prepare.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { same } from '../same.ts';
import { hundredths, itemProfile, type Sign } from './item-profile.ts';
import { type Component, type FulfilmentRate, fulfilmentRates, type MonthItem, type MonthProfile } from './month-profile.ts';

type SumNode = Extract<SchemeNode, { kind: 'sum' }>;
type ChooseOne = Extract<SchemeNode, { kind: 'choose-one' }>;
type Part<Node extends SchemeNode> = { readonly node: Node; readonly path: string };
type Found<T> = Result<T, readonly Finding[]>;

const unfit = (part: Component, path: string, title: string) => refuse([error('part-unfit-for-months', path, { part, title })]);

/** The part of this name, scored in the year and for everybody. */
function partOf(placed: readonly Placed[], component: Component): Found<Part<SchemeNode>> {
  const part = placed.find(({ node }) => node.id === component);
  if (!part) return refuse([error('part-missing-for-months', '/score', { part: component })]);
  const { node, path, period, classes } = part;
  return period === 'year' && classes === null && node.kind !== 'item' ? ok({ node, path }) : unfit(component, path, node.title);
}

type Sum = { readonly items: readonly MonthItem[]; readonly starts: readonly Item[]; readonly part: Part<SumNode> };

/** A sum of items that people choose from, beside fixed start values. */
function sumOf(placed: readonly Placed[], component: 'base' | 'reward' | 'honour', sign: Sign): Found<Sum> {
  const part = partOf(placed, component);
  if (!part.ok) return part;
  const { node, path } = part.value;
  if (node.kind !== 'sum' || node.adjust?.length) return unfit(component, path, node.title);
  const starts = node.parts.filter((one): one is Item => one.kind === 'item' && one.measure.kind === 'fixed');
  const judged = node.parts.flatMap((one, index) => {
    const at = `${path}/parts/${index}`;
    if (one.kind !== 'item') return [refuse(error('item-unfit-for-months', at, { title: one.title, sign }))];
    return starts.includes(one) ? [] : [itemProfile(one, sign, at)];
  });
  const findings = judged.flatMap((one) => (one.ok ? [] : [one.refusal]));
  return findings.length > 0
    ? refuse(findings)
    : ok({ items: judged.flatMap((one) => (one.ok ? [one.value] : [])), starts, part: { node, path } });
}

function baseOf(placed: readonly Placed[]): Found<MonthProfile['base']> {
  const sum = sumOf(placed, 'base', 'deducts');
  if (!sum.ok) return sum;
  const { items, starts, part } = sum.value;
  const [start, ...others] = starts;
  const yearStart = start?.measure.kind === 'fixed' ? hundredths(start.measure.value) : null;
  const plain = start && same({ ...start, title: '' }, { kind: 'item', id: start.id, title: '', measure: start.measure });
  const { atMost, atLeast } = part.node.bounds ?? {};
  if (yearStart === null || !plain || others.length > 0 || atMost !== undefined || !(atLeast === undefined || hundredths(atLeast) !== null))
    return unfit('base', part.path, part.node.title);
  return ok({ yearStart, items });
}

function rewardOf(placed: readonly Placed[]): Found<MonthProfile['reward']> {
  const sum = sumOf(placed, 'reward', 'adds');
  if (!sum.ok) return sum;
  const { items, starts, part } = sum.value;
  const { atMost, atLeast } = part.node.bounds ?? {};
  const yearMaximum: Points | null = hundredths(atMost);
  if (starts.length > 0 || atLeast !== undefined || (atMost !== undefined && yearMaximum === null))
    return unfit('reward', part.path, part.node.title);
  return ok({ yearMaximum, items });
}

function honourOf(placed: readonly Placed[]): Found<MonthProfile['honour']> {
  const sum = sumOf(placed, 'honour', 'adds');
  if (!sum.ok) return sum;
  const { items, starts, part } = sum.value;
  return starts.length > 0 || part.node.bounds ? unfit('honour', part.path, part.node.title) : ok({ items });
}

const rounding = { kind: 'round', places: 2, mode: 'half-up' } as const;

function fractionOf(text: string): Fraction | null {
  const value = parseExact(text);
  const small = value && value.numerator >= 0n && value.numerator <= value.denominator && value.denominator <= 10_000n;
  return small ? { numerator: Number(value.numerator), denominator: Number(value.denominator) } : null;
}

function ratesOf({ node, path }: Part<Item>): Found<Record<FulfilmentRate, Fraction>> {
  const options = node.measure.kind === 'fulfilment' ? node.measure.rates : [];
  const rates = fulfilmentRates.map((rate) => [rate, fractionOf(options.find(({ id }) => id === rate)?.value ?? '')] as const);
  const findings = rates.flatMap(([rate, fraction]) =>
    fraction ? [] : [error('rate-missing-for-months', `${path}/measure/rates`, { rate })],
  );
  return findings.length > 0 ? refuse(findings) : ok(Object.fromEntries(rates) as Record<FulfilmentRate, Fraction>);
}

/** The month's part of the task: by pledges, by a stated progress in percent, or as it was decided. */
function taskMonth(part: Part<ChooseOne>, plan: string): Found<MonthProfile['task']> {
  const { node, path } = part;
  const ceiling = { kind: 'times', by: { ceiling: plan } } as const;
  const items = node.parts.filter((one): one is Item => one.kind === 'item');
  const chained = (chain: Item['adjust']) => items.filter(({ adjust = [] }) => same(adjust, chain));
  const pledges = chained([ceiling, rounding]).find(({ measure }) => measure.kind === 'fulfilment');
  const percent = [{ kind: 'times', by: '1/100' } as const, ceiling, rounding];
  const stated = chained(percent).find(({ measure }) => same(measure, { kind: 'value', unit: '%', range: '[0,100]', together: 'only' }));
  const decided = chained([]).find(({ measure }) => same(measure, { kind: 'value', unit: '分', range: '[0,)', together: 'only' }));
  const plain = [pledges, stated, decided].every((one) => one && !one.bounds && !one.for && !one.caps && !one.each && !one.requires);
  const whole = node.parts.length === 3 && node.absent === 'nothing' && !node.adjust && !node.for;
  const bounded = same([node.bounds?.atMost, node.bounds?.atLeast], [{ ceiling: plan }, '0']);
  if (!pledges || !stated || !decided || !plain || !whole || !bounded) return unfit('task', path, node.title);
  const rates = ratesOf({ node: pledges, path: `${path}/parts/${node.parts.indexOf(pledges)}` });
  if (!rates.ok) return rates;
  const ids = { month: node.id, pledges: pledges.id, statedProgress: stated.id, decided: decided.id, plan };
  return ok({ ...ids, rates: rates.value });
}

function taskOf(scheme: ScoringScheme, placed: readonly Placed[]): Found<MonthProfile['task']> {
  const found = partOf(placed, 'task');
  if (!found.ok) return found;
  const { node, path } = found.value;
  const [plan, ...others] = scheme.plans ?? [];
  if (!plan || others.length > 0) return refuse([error('part-missing-for-months', '/plans', { part: 'plans' })]);
  if (node.kind !== 'over-periods' || node.part.kind !== 'choose-one') return unfit('task', path, node.title);
  const { atMost, atLeast } = node.bounds ?? {};
  const summed = node.each === 'month' && node.by.kind === 'sum' && node.absent === 'nothing';
  const bounded = atLeast === undefined && (atMost === undefined || hundredths(atMost) !== null);
  const adjusted = node.adjust === undefined || same(node.adjust, [rounding]);
  return summed && bounded && adjusted ? taskMonth({ node: node.part, path: `${path}/part` }, plan.id) : unfit('task', path, node.title);
}

/** What a scheme may say and the product does not follow: such a scheme can be drafted and evaluated, not adopted. */
function notFollowed({ policies }: ScoringScheme): readonly Finding[] {
  const value = policies?.objectionHoldsBack ?? 'line';
  return value === 'line' ? [] : [error('policy-not-followed', '/policies/objectionHoldsBack', { value, followed: 'line' })];
}

function outside({ places, year }: ScoringScheme): readonly Finding[] {
  return [
    ...(places === 2 ? [] : [error('out-of-range', '/places', { value: String(places), range: '[2,2]' })]),
    ...(year.startsInMonth === 1
      ? []
      : [error('out-of-range', '/year/startsInMonth', { value: String(year.startsInMonth), range: '[1,1]' })]),
  ];
}

/** What the monthly process needs of a checked scheme; or every place that does not fit a month. */
export function profileOf(scheme: ScoringScheme): Result<MonthProfile, readonly Finding[]> {
  const placed = placedNodes(scheme);
  const [base, task, reward, honour] = [baseOf(placed), taskOf(scheme, placed), rewardOf(placed), honourOf(placed)];
  const findings = [
    ...outside(scheme),
    ...notFollowed(scheme),
    ...[base, task, reward, honour].flatMap((part) => (part.ok ? [] : part.refusal)),
  ];
  if (!base.ok || !task.ok || !reward.ok || !honour.ok || findings.length > 0) return refuse(findings);
  const { id, version, policies } = scheme;
  const parts = { base: base.value, task: task.value, reward: reward.value, honour: honour.value };
  return ok({ id, version, ...parts, lateApplication: policies?.lateApplication ?? 'until-review-then-supplement' });
}
