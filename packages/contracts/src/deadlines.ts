import { z } from 'zod';
import { jointEvaluation } from './evaluation.ts';
import { id, instant, keptText, localDate, month, sentence } from './primitives.ts';

/** What has a deadline, by the party that is waited for: the steps of a month, and the answer to an objection. */
export const waitedStep = z.enum([
  'application',
  'registration',
  'review',
  'meeting',
  'posting',
  'publicity',
  'filing',
  'return-window',
  'objection',
]);
export type WaitedStep = z.infer<typeof waitedStep>;

/** level 0 reminds whoever has to act, 1 also the secretary or deputy, 2 the supervising committee (报请上级协调). */
export const reminder = z.strictObject({ at: instant, n: z.int().min(1), level: z.int().min(0).max(2) });

/** A deadline is an exclusive midnight in Asia/Shanghai: `dueAt` itself is too late. `lastDay` is the day people are told. */
export const stepDeadline = z.strictObject({
  step: waitedStep.exclude(['objection']),
  dueAt: instant,
  lastDay: localDate,
  reminders: z.array(reminder),
});
export type StepDeadline = z.infer<typeof stepDeadline>;

/** By when an objection is answered. */
export const objectionWait = stepDeadline.omit({ step: true }).extend({ objectionId: id });
export type ObjectionWait = z.infer<typeof objectionWait>;

/** The regulation's step, ③ to ⑧. */
export const stepMark = z.int().min(3).max(8);

/** What a month waits for now; of a closed month there is none. */
export const nextStepView = z.object({
  mark: stepMark,
  step: stepDeadline.shape.step,
  lastDay: localDate.optional(),
  /** Whether those who have to act are reminded of it. */
  reminds: z.boolean(),
  /** Why nobody here has to act: another month decides, or two meetings did not carry the list. */
  rests: z.enum(['decided-elsewhere', 'with-next-quarter']).optional(),
});
export type NextStepView = z.infer<typeof nextStepView>;

/** What one member's own process waits for: the own last day (个别延期), the confirmation of an entry by telephone, a line that still waits. */
export const memberStep = z.enum(['application', 'entry-confirmation', 'waiting-line']);

/** `dueAt` and `lastDay` of an application; `since` of what is counted from a day: the entry, or the end of the line's round. */
export const memberWait = z.strictObject({
  memberId: id,
  step: memberStep,
  since: instant.optional(),
  dueAt: instant.optional(),
  lastDay: localDate.optional(),
  reminders: z.array(reminder),
});
export type MemberWait = z.infer<typeof memberWait>;

export const deadlinesRequest = z.discriminatedUnion('kind', [
  /** `alone`: of a month that is evaluated by itself, whatever the county has settled on since. */
  z.strictObject({ kind: z.literal('month'), branchId: id, period: month, alone: z.literal(true).optional() }),
  /** Of a supplement, from its beginning up to its meeting; one that begins with its posting asks for `posting`. */
  z.strictObject({ kind: z.literal('supplement'), branchId: id, begunAt: instant, begunWith: z.enum(['registering', 'meeting']) }),
  z.strictObject({ kind: z.literal('posting'), decidedAt: instant }),
  z.strictObject({ kind: z.literal('publicity'), postedOn: localDate }),
  z.strictObject({ kind: z.literal('filing'), publicityEndedAt: instant }),
  z.strictObject({ kind: z.literal('return-window'), filedAt: instant }),
  z.strictObject({ kind: z.literal('objection'), objectionId: id, raisedAt: instant }),
  /** When a member, and then others, are told of what waits since then. */
  z.strictObject({ kind: z.literal('member-wait'), step: memberStep.exclude(['application']), memberId: id, since: instant }),
]);
export const deadlinesAnswer = z.strictObject({
  opensAt: instant.optional(),
  meetingOn: localDate.optional(),
  /** Of a month that is evaluated with others (A11). */
  joint: jointEvaluation.optional(),
  deadlines: z.array(stepDeadline),
  /** Of a month: its members with a last day of their own. */
  members: z.array(memberWait).optional(),
  objections: z.array(objectionWait).optional(),
});
export type DeadlinesRequest = z.infer<typeof deadlinesRequest>;
export type DeadlinesAnswer = z.infer<typeof deadlinesAnswer>;

/** A superior gives a step a later last day (延期), in one branch or in all: `PUT /branches/{branchId}/extensions/{period}`, `PUT /extensions/{period}`. */
export const extension = z.strictObject({
  step: z.enum(['application', 'registration', 'review', 'meeting']),
  lastDay: localDate,
  reason: sentence,
});
export type ExtensionGiven = z.infer<typeof extension>;
/** Everything by which the month of that branch, or of all, was extended, in the order of the decisions. */
export const extensionsAnswer = z.strictObject({ extensions: z.array(extension.extend({ reason: keptText })) });

/** A secretary gives one member a later last day to apply (个别延期): `PUT /branches/{branchId}/extensions/{period}/members/{memberId}`. */
export const personalExtension = extension.omit({ step: true });
export type PersonalExtension = z.infer<typeof personalExtension>;
/** All that one member was given for a month, in the order of the decisions. */
export const personalExtensionsAnswer = z.strictObject({ extensions: z.array(personalExtension.extend({ reason: keptText })) });

/** Scoring: `GET /extensions/{period}/reach`: whom an extension of a step for all branches would concern, to be read before it is given. */
export const extensionReachQuery = extension.pick({ step: true }).extend({ lastDay: localDate.optional() });
export const extensionReach = z.strictObject({
  /** Branches that have not done the step, and those that have. */
  waiting: z.int(),
  done: z.int(),
  /** Of those that have not, those whose deadline would move; without a day all of them. */
  moved: z.int(),
  /** Between which days the step is due now. */
  earliest: localDate.optional(),
  latest: localDate.optional(),
});
export type ExtensionReach = z.infer<typeof extensionReach>;

export const calendarYear = z.strictObject({
  year: z.int().min(2020).max(2100),
  holidays: z.array(localDate).max(60),
  makeUpDays: z.array(localDate).max(30),
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** `PUT /calendar/{year}`. `replaces` is the version that was looked at, 0 where nobody has entered the year. `confirmed`: checked against the published holidays. */
export const calendarEntry = calendarYear.extend({ confirmed: z.boolean(), reason: sentence, replaces: z.int().min(0) });
export type CalendarEntry = z.infer<typeof calendarEntry>;

export const calendarDayKind = z.enum(['working', 'weekend', 'holiday', 'make-up']);
export type CalendarDayKind = z.infer<typeof calendarDayKind>;

/** `GET /calendar/{year}/sheet`: what is entered, or what could be. `plain` is what the calendar need not say. */
export const calendarSheet = z.strictObject({
  year: calendarYear.shape.year,
  version: z.int().min(0),
  source: z.enum(['entered', 'published', 'weekends-only']),
  confirmed: z.boolean(),
  /** The last change, in business time. */
  changed: z.strictObject({ at: instant, reason: keptText }).optional(),
  mayEdit: z.boolean(),
  days: z.array(z.strictObject({ date: localDate, kind: calendarDayKind, plain: z.enum(['working', 'weekend']) })),
});
export type CalendarSheet = z.infer<typeof calendarSheet>;

/** Member, for scoring: `POST /internal/deadlines-changed`: a party day or the county's calendar was changed, or an extension given. */
export const deadlinesChangedRequest = z.union([z.strictObject({ branchId: id }), z.strictObject({ all: z.literal(true) })]);
