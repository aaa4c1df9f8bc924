import type { Period } from '../calendar/period.ts';
import type { MemberId } from '../ids/ids.ts';
import { addPoints, formatPoints, noPoints, type Points, subtractPoints } from '../points/points.ts';
import type { Component, Scheme } from '../schemes/scheme.ts';
import type { LineRules } from './check-line.ts';
import { addBalances, type Balances, balancesOf, emptyBalances, ledgerRowsOf } from './ledger.ts';
import type { Entry, MonthLine } from './month-line.ts';
import { taskPoints } from './task-points.ts';
import type { TraceStep } from './trace.ts';

/** Sums of the earlier months of the year, and the sum of their ceilings. */
export type Carried = Balances & { readonly ceilings: Points };

export type MonthFacts = LineRules & {
  readonly period: Period;
  readonly line: MonthLine;
  readonly honours?: readonly Entry[];
  readonly carried: Carried;
};

/** `total` leaves the honour points out: they are shown apart, "88 + 3". */
export type YearToDate = {
  readonly baseBalance: Points;
  readonly task: Points;
  readonly reward: Points;
  readonly honour: Points;
  readonly total: Points;
  /** What a member without deduction and with every ceiling reached would have, rewards not counted. */
  readonly possibleMaximum: Points;
};

/** What lies beyond a cap or a floor of the year; it is marked here and taken off only in the year's evaluation. */
export type Surplus = { readonly belowBaseFloor: Points; readonly task: Points; readonly reward: Points };

export type MonthSheet = {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly memberId: MemberId;
  readonly period: Period;
  readonly applied: boolean;
  readonly ceiling: Points;
  readonly base: Points;
  readonly task: Points;
  readonly reward: Points;
  readonly honour: Points;
  /** Base, task and reward of the month; the honour points apart. */
  readonly total: Points;
  readonly yearToDate: YearToDate;
  readonly surplus: Surplus;
  readonly trace: readonly TraceStep[];
};

export const nothingCarried: Carried = { ...emptyBalances, ceilings: noPoints };

const beyond = (amount: Points, limit: Points): Points => (amount > limit ? subtractPoints(amount, limit) : noPoints);

function entrySteps(component: Exclude<Component, 'task'>, entries: readonly Entry[]): readonly TraceStep[] {
  return entries.map(({ item, amount }) => ({ code: `${component}-entry`, values: { item, amount: formatPoints(amount) } }));
}

function yearToDateOf(scheme: Scheme, sums: Balances, ceilings: Points): YearToDate {
  const { yearStart } = scheme.components.base;
  const baseBalance = addPoints(yearStart, sums.base);
  return {
    baseBalance,
    task: sums.task,
    reward: sums.reward,
    honour: sums.honour,
    total: addPoints(baseBalance, sums.task, sums.reward),
    possibleMaximum: addPoints(yearStart, ceilings),
  };
}

function surplusOf(scheme: Scheme, year: YearToDate): Surplus {
  const { base, task, reward } = scheme.components;
  return {
    belowBaseFloor: beyond(base.floor, year.baseBalance),
    task: beyond(year.task, task.yearMaximum),
    reward: beyond(year.reward, reward.yearMaximum),
  };
}

function closingSteps(total: Points, year: YearToDate, surplus: Surplus): readonly TraceStep[] {
  const marks = [
    ['base-below-floor', surplus.belowBaseFloor],
    ['task-surplus', surplus.task],
    ['reward-surplus', surplus.reward],
  ] as const;
  return [
    { code: 'month-total', values: { total: formatPoints(total) } },
    { code: 'year-to-date', values: { total: formatPoints(year.total), possibleMaximum: formatPoints(year.possibleMaximum) } },
    ...marks.filter(([, amount]) => amount > 0).map(([code, amount]): TraceStep => ({ code, values: { amount: formatPoints(amount) } })),
  ];
}

/** Regulation 2-1, 2-2: one member's month, with the year so far and the answer to "why this number". No grade before the year's end. */
export function evaluateMonth(facts: MonthFacts): MonthSheet {
  const { scheme, ceiling, pledgesDue, line, carried, honours = [] } = facts;
  const month = balancesOf(ledgerRowsOf({ scheme, ceiling, pledgesDue }, line, honours));
  const task = taskPoints({ rates: scheme.components.task.rates, ceiling, pledgesDue }, line.task);
  const yearToDate = yearToDateOf(scheme, addBalances(carried, month), addPoints(carried.ceilings, ceiling));
  const surplus = surplusOf(scheme, yearToDate);
  const total = addPoints(month.base, month.task, month.reward);
  return {
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    memberId: line.memberId,
    period: facts.period,
    applied: line.task.kind !== 'not-applied',
    ceiling,
    ...month,
    total,
    yearToDate,
    surplus,
    trace: [
      ...entrySteps('base', line.base),
      ...(task.ok ? task.value.trace : []),
      ...entrySteps('reward', line.reward),
      ...entrySteps('honour', honours),
      ...closingSteps(total, yearToDate, surplus),
    ],
  };
}

/** Regulation 2-1: what the next month starts from. */
export function carriedAfter(carried: Carried, sheet: MonthSheet): Carried {
  return { ...addBalances(carried, sheet), ceilings: addPoints(carried.ceilings, sheet.ceiling) };
}

/** Regulation 2-2: the text whose hash proves that a sheet was not changed: the total and every component, keys in one order. */
export function canonicalSheet(sheet: MonthSheet): string {
  const { yearToDate: year, surplus } = sheet;
  return JSON.stringify([
    ['scheme', sheet.schemeId, sheet.schemeVersion],
    ['member', sheet.memberId, sheet.period, sheet.applied],
    ['month', sheet.ceiling, sheet.base, sheet.task, sheet.reward, sheet.honour, sheet.total],
    ['year', year.baseBalance, year.task, year.reward, year.honour, year.total, year.possibleMaximum],
    ['surplus', surplus.belowBaseFloor, surplus.task, surplus.reward],
  ]);
}
