import { exact, exactText, times, whole } from '../points/exact.ts';
import { addPoints, formatPoints, noPoints, type Points } from '../points/points.ts';
import { assertNever } from '../result.ts';
import { type Evaluation, evaluate } from '../schemes/engine/evaluate.ts';
import type { Step } from '../schemes/engine/figure.ts';
import type { Component, MonthProfile } from '../schemes/profile/month-profile.ts';
import type { ReadyScheme } from '../schemes/profile/ready-scheme.ts';
import { factsOf, pledgeEntry, type YearSoFar } from './month-facts.ts';
import { entriesIn, resultOf, stepWhere, surplusIn } from './month-steps.ts';
import type { MonthSheet, TraceStep, YearToDate } from './sheet.ts';

/** Ledger and claim were checked before: what the engine refuses here is a programmer's mistake. */
function evaluated({ profile, monthly }: ReadyScheme, year: YearSoFar): Evaluation {
  const result = evaluate(monthly, factsOf(profile, year));
  const wrong = result.ok ? result.value.conflicts : result.refusal;
  if (result.ok && wrong.length === 0) return result.value;
  throw new Error(`no sheet of ${year.memberId} in ${year.period}: ${JSON.stringify(wrong)}`);
}

type Parts = Readonly<Record<Component, Step>>;

function partsOf({ trace: [total, honour] }: Evaluation): Parts {
  const part = (name: Component): Step => {
    const found = [...(total?.of ?? []), ...(honour ? [honour] : [])].find(({ node }) => node === name);
    if (!found) throw new Error(`a scheme for months has no ${name}`);
    return found;
  };
  return { base: part('base'), task: part('task'), reward: part('reward'), honour: part('honour') };
}

/** An entry that counts in the month, with its points. */
type Counted = { readonly component: Exclude<Component, 'task'>; readonly item: string; readonly amount: Points };

/** The ledger's rows of this month, each with its result from the engine. */
function countedIn({ period, rows }: YearSoFar, parts: Parts): readonly Counted[] {
  const amounts = { base: entriesIn(parts.base), reward: entriesIn(parts.reward), honour: entriesIn(parts.honour) };
  return rows.flatMap(({ id, period: of, component, item }): readonly Counted[] => {
    const amount = component === 'task' || of !== period ? undefined : amounts[component].get(id);
    return amount === undefined || component === 'task' ? [] : [{ component, item, amount }];
  });
}

const sumOf = (counted: readonly Counted[], component: Component): Points =>
  addPoints(...counted.filter((one) => one.component === component).map(({ amount }) => amount));

function yearToDateOf({ base }: MonthProfile, parts: Parts, { months }: YearSoFar): YearToDate {
  const [baseBalance, task, reward] = [resultOf(parts.base), resultOf(parts.task), resultOf(parts.reward)];
  return {
    baseBalance,
    task,
    reward,
    honour: resultOf(parts.honour),
    total: addPoints(baseBalance, task, reward),
    possibleMaximum: addPoints(base.yearStart, ...months.map(({ ceiling }) => ceiling)),
  };
}

/** Regulation 2-1, 2-2: one member's month, with the year so far and the answer to "why this number". No grade before the year's end. */
export function sheetOfMonth(ready: ReadyScheme, year: YearSoFar): MonthSheet {
  const { profile } = ready;
  const { memberId, period, months, claim } = year;
  const parts = partsOf(evaluated(ready, year));
  const counted = countedIn(year, parts);
  const taskMonth = stepWhere(parts.task, (step) => step.node === profile.task.month && step.period === period);
  const [base, task, reward] = [sumOf(counted, 'base'), resultOf(taskMonth), sumOf(counted, 'reward')];
  const sheet = {
    schemeId: profile.id,
    schemeVersion: profile.version,
    memberId,
    period,
    applied: claim.kind !== 'not-applied',
    ceiling: months.find((month) => month.period === period)?.ceiling ?? noPoints,
    base,
    task,
    reward,
    honour: sumOf(counted, 'honour'),
    total: addPoints(base, task, reward),
    yearToDate: yearToDateOf(profile, parts, year),
    surplus: { belowBaseFloor: surplusIn(parts.base), task: surplusIn(parts.task), reward: surplusIn(parts.reward) },
  };
  return { ...sheet, trace: traceOf({ year, counted, task: parts.task, sheet }) };
}

function pledgeSteps({ period, pledgesDue, claim }: YearSoFar, task: Step): readonly TraceStep[] {
  const rateOf = new Map(claim.kind === 'fulfilments' ? claim.fulfilments.map(({ pledgeId, rate }) => [pledgeId, rate]) : []);
  return pledgesDue.map(({ id, kind, weight }) => {
    const step = stepWhere(task, ({ rule, entries }) => rule === 'pledge' && entries.includes(pledgeEntry(period, id)));
    const percent = exactText(times(exact(step?.values.rate ?? '0'), whole(100)));
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

/** The answer to "why this number", in the order of the line. */
function traceOf({ year, counted, task, sheet }: Explained): readonly TraceStep[] {
  const entries = (component: Counted['component']) =>
    counted
      .filter((one) => one.component === component)
      .map(({ item, amount }): TraceStep => ({ code: `${component}-entry`, values: { item, amount: formatPoints(amount) } }));
  return [...entries('base'), ...taskSteps(year, task, sheet), ...entries('reward'), ...entries('honour'), ...closingSteps(sheet)];
}

/** The text whose hash proves that a sheet was not changed: the total and every component, keys in one order. */
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
