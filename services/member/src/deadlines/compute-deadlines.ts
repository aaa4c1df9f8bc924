import type { DeadlinesAnswer, DeadlinesRequest, ObjectionWait, StepDeadline } from '@jifen/contracts';
import {
  addWorkingDays,
  type CountySettings,
  type EvaluationSettings,
  type Extension,
  endOfDay,
  jointDeadlines,
  jointEvaluationOf,
  type LocalDate,
  localDateOf,
  monthsDueBy,
  objectionDeadline,
  ok,
  type Period,
  parsePeriod,
  postingDeadline,
  publicityDeadlines,
  type Reminder,
  type Result,
  refuse,
  reminders,
  returnDeadline,
  startOfDay,
  supplementDeadlines,
  type WorkCalendar,
} from '@jifen/domain';
import { stepUnder } from '@jifen/domain/proceedings';
import { type CalendarRefusal, type CalendarStore, withCalendar } from '../calendar/county-calendar.ts';
import { type EvaluationStore, evaluationOf } from '../evaluation/county-evaluation.ts';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import { ofMemberWait, withPersonalWaits } from './member-waits.ts';
import { type ExtensionStore, extensionsOf } from './month-extensions.ts';

export type DeadlinesRefusal = CalendarRefusal | { code: 'unknown-branch'; branchId: string } | { code: 'not-a-period'; text: string };
export type DeadlinesDeps = {
  organisations: OrganisationStore;
  calendars: CalendarStore;
  evaluations: EvaluationStore;
  extensions: ExtensionStore;
  settings: CountySettings;
};

type RequestOf<Kind extends DeadlinesRequest['kind']> = Extract<DeadlinesRequest, { kind: Kind }>;
type Rules = { calendar: WorkCalendar; settings: CountySettings };

/** Regulation 2-2: the deadlines of a step, with the reminders of whoever has to act. */
export function computeDeadlines(deps: DeadlinesDeps, request: DeadlinesRequest): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const { settings } = deps;
  switch (request.kind) {
    case 'month':
      return ofMonth(deps, request);
    case 'supplement':
      return ofSupplement(deps, request);
    case 'posting':
      return from(deps, localDateOf(request.decidedAt), 'posting', (rules, day) => postingDeadline({ ...rules, heldOn: day }));
    case 'publicity':
      return from(deps, request.postedOn as LocalDate, 'publicity', (rules, day) => {
        return publicityDeadlines({ ...rules, postedAt: startOfDay(day) }).publicityEndsAt;
      });
    case 'filing':
      return from(deps, localDateOf(request.publicityEndedAt - 1), 'filing', ({ calendar }, day) => {
        return endOfDay(addWorkingDays(calendar, day, settings.filingWorkingDays));
      });
    case 'return-window':
      return from(deps, localDateOf(request.filedAt), 'return-window', (rules) => returnDeadline({ ...rules, filedAt: request.filedAt }));
    case 'objection':
      return ofObjection(deps, request);
    case 'member-wait':
      return ofMemberWait(deps, request);
  }
}

function from(
  { calendars, settings }: DeadlinesDeps,
  day: LocalDate,
  step: StepDeadline['step'],
  dueAt: (rules: Rules, day: LocalDate) => number,
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  return withCalendar(calendars, day, (calendar) => {
    const rules = { calendar, settings };
    const deadline = stepDeadline(rules, step, dueAt(rules, day));
    return { value: { deadlines: [deadline] }, dates: datesOf([deadline]) };
  });
}

export async function partyDayOf(
  { organisations }: Pick<DeadlinesDeps, 'organisations'>,
  branchId: string,
): Promise<Result<number, DeadlinesRefusal>> {
  const [branch] = await organisations.byIds([branchId]);
  const partyDay = branch?.value.partyDay;
  return partyDay === undefined ? refuse({ code: 'unknown-branch', branchId }) : ok(partyDay);
}

async function ofMonth(
  deps: DeadlinesDeps,
  { branchId, period, alone }: RequestOf<'month'>,
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const month = parsePeriod(period);
  if (!month.ok) return month;
  const partyDay = await partyDayOf(deps, branchId);
  if (!partyDay.ok) return partyDay;
  const evaluation = alone ? [] : await evaluationOf(deps.evaluations);
  const extensions = await extensionsByMonth(deps, { period: month.value, branchId, evaluation });
  const answer = await extendedMonth(deps, { period: month.value, partyDay: partyDay.value, evaluation, extensions });
  return answer.ok ? withPersonalWaits(deps, { branchId, period, answer: answer.value }) : answer;
}

type MonthOfCounty = { period: Period; branchId?: string; evaluation: EvaluationSettings };

/** Whatever extends the months by whose days a month is due. */
export async function extensionsByMonth(
  { extensions }: Pick<DeadlinesDeps, 'extensions'>,
  { period, branchId, evaluation }: MonthOfCounty,
): Promise<ReadonlyMap<string, readonly Extension[]>> {
  const months = monthsDueBy(period, evaluation);
  const found = await Promise.all(months.map((month) => extensionsOf(extensions, { period: month, ...(branchId ? { branchId } : {}) })));
  return new Map(months.map((month, index) => [month, found[index] ?? []]));
}

type AskedMonth = {
  period: Period;
  partyDay: number;
  evaluation: EvaluationSettings;
  extensions: ReadonlyMap<string, readonly Extension[]>;
};

/** Regulation 2-2: the deadlines of a month with these extensions. */
export function extendedMonth(
  { calendars, settings }: Pick<DeadlinesDeps, 'calendars' | 'settings'>,
  { period, partyDay, evaluation, extensions }: AskedMonth,
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const joint = jointEvaluationOf(period, evaluation);
  return withCalendar(calendars, `${period}-01` as LocalDate, (calendar) => {
    const rules = { calendar, settings };
    const due = jointDeadlines({ ...rules, period, partyDay, evaluation, extensionsOf: (month) => extensions.get(month) ?? [] });
    const deadlines = [
      stepDeadline(rules, 'application', due.applicationBy),
      stepDeadline(rules, 'registration', due.registrationBy),
      stepDeadline(rules, 'review', due.reviewBy),
      stepDeadline(rules, 'meeting', due.meetingBy),
    ];
    const together = joint ? { joint: { ...joint, months: [...joint.months] } } : {};
    return {
      value: { opensAt: due.opensAt, meetingOn: due.meetingOn, ...together, deadlines },
      dates: [due.meetingOn, ...datesOf(deadlines)],
    };
  });
}

async function ofSupplement(
  deps: DeadlinesDeps,
  { branchId, begunAt, begunWith }: RequestOf<'supplement'>,
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  const { calendars, settings } = deps;
  const branch = await partyDayOf(deps, branchId);
  if (!branch.ok) return branch;
  return withCalendar(calendars, localDateOf(begunAt), (calendar) => {
    const rules = { calendar, settings };
    const due = supplementDeadlines({ ...rules, begunAt, begunWith, partyDay: branch.value });
    const deadlines = [
      ...(due.registrationBy === undefined ? [] : [stepDeadline(rules, 'registration', due.registrationBy)]),
      ...(due.reviewBy === undefined ? [] : [stepDeadline(rules, 'review', due.reviewBy)]),
      stepDeadline(rules, 'meeting', due.meetingBy),
    ];
    return { value: { meetingOn: due.meetingOn, deadlines }, dates: [due.meetingOn, ...datesOf(deadlines)] };
  });
}

function ofObjection(
  { calendars, settings }: DeadlinesDeps,
  { objectionId, raisedAt }: RequestOf<'objection'>,
): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> {
  return withCalendar(calendars, localDateOf(raisedAt), (calendar) => {
    const rules = { calendar, settings };
    const dueAt = objectionDeadline({ ...rules, raisedAt });
    const sent = numbered(reminders({ ...rules, passes: false, deadline: dueAt }));
    const wait: ObjectionWait = { objectionId, dueAt, lastDay: localDateOf(dueAt - 1), reminders: sent };
    return { value: { deadlines: [], objections: [wait] }, dates: datesOf([wait]) };
  });
}

function stepDeadline(rules: Rules, step: StepDeadline['step'], dueAt: number): StepDeadline {
  const row = stepUnder(step);
  const sent = row?.reminds ? reminders({ ...rules, passes: row.atDeadline !== null, deadline: dueAt }) : [];
  return { step, dueAt, lastDay: localDateOf(dueAt - 1), reminders: numbered(sent) };
}

const numbered = (sent: readonly Pick<Reminder, 'at' | 'level'>[]) =>
  sent.map(({ at, level }, index) => ({ at, n: index + 1, level: Math.min(level, 2) }));

const twoWeeksMs = 14 * 86_400_000;

/** For the weekly reminders far after a deadline nobody has to enter another year first: entering it plans them anew. */
function datesOf(deadlines: readonly Omit<StepDeadline, 'step'>[]): LocalDate[] {
  return deadlines.flatMap(({ lastDay, dueAt, reminders: sent }) => {
    const near = sent.filter(({ at }) => at < dueAt + twoWeeksMs);
    return [lastDay as LocalDate, ...near.map(({ at }) => localDateOf(at))];
  });
}
