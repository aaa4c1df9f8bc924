import { type Period, yearOf } from '../calendar/period.ts';
import type { MemberId } from '../ids/ids.ts';
import { formatPoints, type Points } from '../points/points.ts';
import { assertNever } from '../result.ts';
import { monthsIn, yearWindow } from '../schemes/engine/window.ts';
import type { FactEntry, Reversal, ScoringFacts } from '../schemes/language/facts.ts';
import type { Pledge } from '../schemes/pledges.ts';
import { allows } from '../schemes/profile/item-profile.ts';
import { type Component, itemOf, type MonthProfile } from '../schemes/profile/month-profile.ts';
import { otherItem } from '../schemes/profile/ready-scheme.ts';
import type { TaskClaim } from './month-line.ts';

/** A row of the ledger; a row that reverses another cancels it. */
export type KeptRow = {
  readonly id: string;
  readonly period: Period;
  readonly component: Component;
  readonly item: string;
  readonly amount: Points;
  readonly evidence?: string;
  readonly reverses?: string;
};

export type SettledMonth = { readonly period: Period; readonly ceiling: Points };

/** A member's year up to one of its months. */
export type YearSoFar = {
  readonly memberId: MemberId;
  /** The last of them. */
  readonly period: Period;
  /** The months in which the member took part, this one included. */
  readonly months: readonly SettledMonth[];
  /** The ledger's rows of the year. For this month's task the claim counts instead, because it has the pledges. */
  readonly rows: readonly KeptRow[];
  readonly claim: TaskClaim;
  /** In this month. */
  readonly pledgesDue: readonly Pledge[];
};

/** The ledger has months, not days. */
const dayIn = (period: Period): string => `${period}-01`;

function entryOf(profile: MonthProfile, row: KeptRow): FactEntry {
  const { id, component, amount } = row;
  const head = { id, date: dayIn(row.period) };
  if (component === 'task') return { ...head, item: profile.task.decided, value: formatPoints(amount) };
  const item = itemOf(profile, component, row.item);
  if (!item || !allows(item, amount)) return { ...head, item: otherItem(component), value: formatPoints(amount) };
  const counted = item.range === null ? { quantity: amount / (item.amount ?? amount) } : { value: formatPoints(amount) };
  return { ...head, item: item.id, ...counted, evidence: row.evidence ?? id };
}

/** The entry by which the facts state how far a pledge was fulfilled. */
export const pledgeEntry = (period: Period, pledgeId: string): string => `${period}/${pledgeId}`;

function claimed({ task }: MonthProfile, { period, claim }: YearSoFar): readonly FactEntry[] {
  const head = { id: `${period}/${claim.kind}`, date: dayIn(period) };
  switch (claim.kind) {
    case 'fulfilments':
      return claim.fulfilments.map(({ pledgeId, rate }) => ({
        ...head,
        id: pledgeEntry(period, pledgeId),
        item: task.pledges,
        pledge: pledgeId,
        choice: rate,
      }));
    case 'stated-progress':
      return [{ ...head, item: task.statedProgress, value: String(claim.percent) }];
    case 'decided':
      return [{ ...head, item: task.decided, value: formatPoints(claim.amount) }];
    case 'not-applied':
      return [];
    default:
      return assertNever(claim);
  }
}

/** Regulation 1, 2-2 step 11 (A20): a member's year so far, from the ledger; reversed rows are reversed in the facts. */
export function factsOf(profile: MonthProfile, year: YearSoFar): ScoringFacts {
  const { memberId, period, months, pledgesDue } = year;
  const there = new Map<string, Points>(months.map((month) => [month.period, month.ceiling]));
  const rows = year.rows.filter((row) => there.has(row.period) && !(row.component === 'task' && row.period === period));
  const added = rows.filter(({ reverses }) => reverses === undefined).map((row) => entryOf(profile, row));
  const reversals = rows.flatMap(({ id, reverses }): readonly Reversal[] => (reverses === undefined ? [] : [{ id, reverses }]));
  const { plan, pledges: item } = profile.task;
  const away = monthsIn(yearWindow(yearOf(period), 1)).filter((month) => month <= period && !there.has(month));
  return {
    format: 'jifen-facts/1',
    year: yearOf(period),
    until: period,
    member: { id: memberId, standing: 'full', away },
    entries: [...added, ...claimed(profile, year)],
    reversals,
    pledges: pledgesDue.map(({ id, kind, weight }) => ({ id, item, title: id, kind, weight, due: [period] })),
    ceilings: { [plan]: Object.fromEntries(months.map((month) => [month.period, formatPoints(month.ceiling)])) },
  };
}
