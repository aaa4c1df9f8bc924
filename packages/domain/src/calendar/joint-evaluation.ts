import { ok, type Result, refuse } from '../result.ts';
import { type Extension, extendedDeadlines, type MonthDeadlines, monthDeadlines } from './deadlines.ts';
import { monthOf, nextPeriod, type Period, previousPeriod, yearOf } from './period.ts';
import type { CountySettings } from './settings.ts';
import type { WorkCalendar } from './working-days.ts';

/** Two months of one year, one after the other, that are evaluated as one, e.g. January with February because of the Spring Festival. */
export type MergedPair = readonly [earlier: Period, later: Period];

/** How a county evaluates from a month on, until a later version. */
export type EvaluationVersion = {
  readonly from: Period;
  readonly evaluation: 'month' | 'quarter';
  readonly merged: readonly MergedPair[];
};

/** A county's settings, the oldest first; before the first version every month is evaluated by itself. */
export type EvaluationSettings = readonly EvaluationVersion[];

/** The months that share one members' meeting, one list and one filing, and the last of them, in which these take place. */
export type JointEvaluation = { readonly closing: Period; readonly by: 'quarter' | 'merged'; readonly months: readonly Period[] };

export type EvaluationRefusal =
  | { readonly code: 'evaluation-already-begun'; readonly from: Period; readonly earliest: Period }
  | { readonly code: 'not-the-first-of-a-quarter'; readonly from: Period }
  | { readonly code: 'evaluated-with-an-earlier-month'; readonly from: Period; readonly closing: Period }
  | { readonly code: 'merged-before-it-is-in-force'; readonly from: Period; readonly month: Period }
  | { readonly code: 'merged-months-not-consecutive'; readonly months: MergedPair }
  | { readonly code: 'merged-across-years'; readonly months: MergedPair }
  | { readonly code: 'merged-across-quarters'; readonly months: MergedPair }
  | { readonly code: 'merged-twice'; readonly month: Period };

const monthsInQuarter = 3;
const quarterOf = (month: Period): number => Math.floor((monthOf(month) - 1) / monthsInQuarter);
const isFirstOfQuarter = (month: Period): boolean => (monthOf(month) - 1) % monthsInQuarter === 0;
const isLastOfQuarter = (month: Period): boolean => monthOf(month) % monthsInQuarter === 0;

function inForce(settings: EvaluationSettings, month: Period): Pick<EvaluationVersion, 'evaluation' | 'merged'> {
  return settings.findLast(({ from }) => from <= month) ?? { evaluation: 'month', merged: [] };
}

/** Regulation 2-2 steps 3–5 (A11): the month whose days these steps take: of a merged pair those of the later. */
export function takesDaysOf(month: Period, settings: EvaluationSettings): Period {
  return inForce(settings, month).merged.find(([earlier]) => earlier === month)?.[1] ?? month;
}

/** Regulation 2-2 steps 6–8 (A11): the month whose meeting, list and filing settle a month; itself, unless months are joined. */
export function meetsWith(month: Period, settings: EvaluationSettings): Period {
  if (inForce(settings, month).evaluation === 'month') return takesDaysOf(month, settings);
  return isLastOfQuarter(month) ? month : meetsWith(nextPeriod(month), settings);
}

/** Regulation 2-2 steps 6–8 (A11): the months that a closing month settles, itself the last; none where it closes nothing. */
export function monthsOf(closing: Period, settings: EvaluationSettings): readonly Period[] {
  const months: Period[] = [];
  for (let month = closing; meetsWith(month, settings) === closing; month = previousPeriod(month)) months.unshift(month);
  return months;
}

/** Regulation 2-2 steps 6–8 (A11): with which months a month is evaluated; null: by itself. */
export function jointEvaluationOf(month: Period, settings: EvaluationSettings): JointEvaluation | null {
  const closing = meetsWith(month, settings);
  const months = monthsOf(closing, settings);
  return months.length < 2 ? null : { closing, by: inForce(settings, month).evaluation === 'quarter' ? 'quarter' : 'merged', months };
}

function wrongPair([earlier, later]: MergedPair, from: Period): EvaluationRefusal | null {
  const months: MergedPair = [earlier, later];
  if (nextPeriod(earlier) !== later) return { code: 'merged-months-not-consecutive', months };
  if (yearOf(earlier) !== yearOf(later)) return { code: 'merged-across-years', months };
  if (quarterOf(earlier) !== quarterOf(later)) return { code: 'merged-across-quarters', months };
  return earlier < from ? { code: 'merged-before-it-is-in-force', from, month: earlier } : null;
}

function wrongMerging({ from, merged }: EvaluationVersion): EvaluationRefusal | null {
  const wrong = merged.map((pair) => wrongPair(pair, from)).find((refusal) => refusal !== null);
  if (wrong) return wrong;
  const months = merged.flat();
  const twice = months.find((month, index) => months.indexOf(month) !== index);
  return twice === undefined ? null : { code: 'merged-twice', month: twice };
}

/** A month that has begun may be open: its closing month never changes again. */
function wrongBeginning(settings: EvaluationSettings, { from, evaluation }: EvaluationVersion, today: Period): EvaluationRefusal | null {
  if (from <= today) return { code: 'evaluation-already-begun', from, earliest: nextPeriod(today) };
  if (evaluation === 'quarter' && !isFirstOfQuarter(from)) return { code: 'not-the-first-of-a-quarter', from };
  const closing = meetsWith(previousPeriod(from), settings);
  return closing < from ? null : { code: 'evaluated-with-an-earlier-month', from, closing };
}

/**
 * Regulation 2-2 (A11): the settings with a new version, which replaces everything planned from its month on.
 * Refused for a month that has begun, in the middle of joined months, and where a merged pair crosses a quarter.
 */
export function withEvaluation(
  settings: EvaluationSettings,
  version: EvaluationVersion,
  today: Period,
): Result<EvaluationSettings, EvaluationRefusal> {
  const wrong = wrongBeginning(settings, version, today) ?? wrongMerging(version);
  return wrong ? refuse(wrong) : ok([...settings.filter(({ from }) => from < version.from), version]);
}

type Asked = {
  readonly period: Period;
  readonly partyDay: number;
  readonly evaluation: EvaluationSettings;
  readonly extensionsOf: (month: Period) => readonly Extension[];
  readonly calendar: WorkCalendar;
  readonly settings: CountySettings;
};

/** Regulation 2-2 (A11): the months by whose days a month is due: its own, that of a merged pair's later one, and its closing month. */
export function monthsDueBy(period: Period, evaluation: EvaluationSettings): readonly Period[] {
  return [...new Set([period, takesDaysOf(period, evaluation), meetsWith(period, evaluation)])];
}

/**
 * Regulation 2-2 steps 3–7 (A11): a month's deadlines with its extensions. Steps 3–5 of the earlier month of a merged pair take the later
 * month's days; the meeting of a month that waits for another is that month's meeting.
 */
export function jointDeadlines({ period, partyDay, evaluation, extensionsOf, calendar, settings }: Asked): MonthDeadlines {
  const dueIn = (month: Period, extensions: readonly Extension[]) =>
    extendedDeadlines({ due: monthDeadlines({ period: month, partyDay, calendar, settings }), extensions, calendar });
  const days = takesDaysOf(period, evaluation);
  const closing = meetsWith(period, evaluation);
  const own = dueIn(days, [...new Set([period, days])].flatMap(extensionsOf));
  if (closing === period) return own;
  const { meetingOn, meetingBy, postBy } = dueIn(closing, extensionsOf(closing));
  return { ...own, meetingOn, meetingBy: Math.max(meetingBy, own.reviewBy), postBy };
}
