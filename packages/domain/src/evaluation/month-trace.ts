import { exact, exactText, times, whole } from '../points/exact.ts';
import { formatPoints, type Points } from '../points/points.ts';
import { assertNever } from '../result.ts';
import type { Step } from '../schemes/engine/figure.ts';
import type { Component } from '../schemes/profile/month-profile.ts';
import { pledgeEntry, type YearSoFar } from './month-facts.ts';
import { stepWhere } from './month-steps.ts';
import type { MonthSheet } from './sheet.ts';
import type { TraceStep } from './trace.ts';

/** An entry that counts in the month, with its points. */
export type Counted = { readonly component: Exclude<Component, 'task'>; readonly item: string; readonly amount: Points };

const percentOf = (rate: string): string => exactText(times(exact(rate), whole(100)));

function pledgeSteps({ period, pledgesDue, claim }: YearSoFar, task: Step): readonly TraceStep[] {
  const rateOf = new Map(claim.kind === 'fulfilments' ? claim.fulfilments.map(({ pledgeId, rate }) => [pledgeId, rate]) : []);
  return pledgesDue.map(({ id, kind, weight }) => {
    const step = stepWhere(task, ({ rule, entries }) => rule === 'pledge' && entries.includes(pledgeEntry(period, id)));
    const percent = percentOf(step?.values.rate ?? '0');
    return { code: 'task-pledge', values: { pledgeId: id, kind, weight, rate: rateOf.get(id) ?? 'not-done', percent } };
  });
}

/** Regulation 2-1: why the month's task points are what they are. */
function taskSteps(year: YearSoFar, task: Step, sheet: Pick<MonthSheet, 'ceiling' | 'task'>): readonly TraceStep[] {
  const { claim, pledgesDue } = year;
  const ceiling = formatPoints(sheet.ceiling);
  const points = formatPoints(sheet.task);
  switch (claim.kind) {
    case 'fulfilments': {
      const weight = pledgesDue.reduce((sum, pledge) => sum + pledge.weight, 0);
      return [...pledgeSteps(year, task), { code: 'task-points', values: { ceiling, weight, points } }];
    }
    case 'stated-progress':
      return [{ code: 'task-progress-stated', values: { percent: claim.percent, ceiling, points } }];
    case 'decided':
      return [{ code: 'task-decided', values: { points, ceiling } }];
    case 'not-applied':
      return [{ code: 'task-not-applied', values: { ceiling } }];
    default:
      return assertNever(claim);
  }
}

function closingSteps({ total, yearToDate: year, surplus }: Totals): readonly TraceStep[] {
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

type Totals = Omit<MonthSheet, 'trace'>;
type Explained = { readonly year: YearSoFar; readonly counted: readonly Counted[]; readonly task: Step; readonly sheet: Totals };

/** Regulation 2-1, 2-2: the answer to "why this number", in the order of the line. */
export function traceOf({ year, counted, task, sheet }: Explained): readonly TraceStep[] {
  const entries = (component: Counted['component']) =>
    counted
      .filter((one) => one.component === component)
      .map(({ item, amount }): TraceStep => ({ code: `${component}-entry`, values: { item, amount: formatPoints(amount) } }));
  return [...entries('base'), ...taskSteps(year, task, sheet), ...entries('reward'), ...entries('honour'), ...closingSteps(sheet)];
}
