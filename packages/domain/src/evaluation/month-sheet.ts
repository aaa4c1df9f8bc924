import { addPoints, noPoints, type Points } from '../points/points.ts';
import { type Evaluation, evaluate } from '../schemes/engine/evaluate.ts';
import type { Step } from '../schemes/engine/figure.ts';
import type { Component, MonthProfile } from '../schemes/profile/month-profile.ts';
import type { ReadyScheme } from '../schemes/profile/ready-scheme.ts';
import { factsOf, type YearSoFar } from './month-facts.ts';
import { entriesIn, resultOf, stepWhere, surplusIn } from './month-steps.ts';
import { type Counted, traceOf } from './month-trace.ts';
import type { MonthSheet, YearToDate } from './sheet.ts';

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
