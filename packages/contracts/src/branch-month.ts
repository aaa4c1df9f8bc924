import { z } from 'zod';
import { actStatus, decisionKinds, howApplied } from './acts.ts';
import { nextStepView, stepDeadline, stepMark } from './deadlines.ts';
import { broughtIn } from './earlier-months.ts';
import { jointEvaluation } from './evaluation.ts';
import { componentTotals, lineValues, schemeItems } from './lines.ts';
import { objectionView } from './objections.ts';
import { leaving, memberChannel, memberClass, memberStanding } from './organisations.ts';
import { amount, hash, id, instant, localDate, month, organisationPath, points, recordedActId, round, sector } from './primitives.ts';
import { publicationView } from './publication.ts';

export const branchMonthStage = z.enum([
  'applying',
  'registering',
  'reviewing',
  'meeting',
  'posting',
  'publicity',
  'filing',
  'filed',
  'closed',
]);
export type BranchMonthStageName = z.infer<typeof branchMonthStage>;

/** waiting 未报 · applied 已报 · on-behalf 代填 · late 逾期补报 · absent 本人未申报. */
export const applicationState = z.enum(['waiting', 'applied', 'on-behalf', 'late', 'absent']);

/** Counters of a branch's month, kept by the relay and recomputable. */
export const monthCounters = z.strictObject({
  due: z.int(),
  applied: z.int(),
  onBehalf: z.int(),
  late: z.int(),
  absent: z.int(),
  objections: z.int(),
  heldBack: z.int(),
});
export type MonthCounters = z.infer<typeof monthCounters>;

/** One member's row in the grid of 支部本月: each stage's value kept apart; totals are hundredths of this month. */
export const monthRow = z.strictObject({
  memberId: id,
  name: z.string(),
  rosterNumber: z.int(),
  groupName: z.string().optional(),
  standing: memberStanding,
  class: memberClass,
  channel: memberChannel,
  votes: z.boolean(),
  application: applicationState,
  /** The member's own last day to apply (个别延期). */
  personalLastDay: localDate.optional(),
  /** When the member has confirmed what was entered on their behalf. */
  entryConfirmedAt: instant.optional(),
  appliedAt: instant.optional(),
  ...howApplied.shape,
  claimed: lineValues.optional(),
  proposed: lineValues,
  registered: lineValues.optional(),
  reviewed: lineValues.optional(),
  resolved: lineValues.optional(),
  reasons: z.array(z.strictObject({ step: z.enum(['registration', 'review', 'meeting', 'objection']), reason: z.string() })),
  heldBack: z.boolean(),
  supplement: z.boolean(),
  /** Of the sheet that the resolution made: what the publicity list shows. */
  totals: componentTotals.optional(),
  baseBalance: points.optional(),
  yearToDate: points.optional(),
});
export type MonthRow = z.infer<typeof monthRow>;

export const actSummary = z.strictObject({
  actId: recordedActId,
  kind: z.string(),
  status: actStatus,
  round,
  by: id,
  byName: z.string().optional(),
  at: instant,
  withdrawable: z.boolean(),
  refusal: z.string().optional(),
});

export const meetingBlock = z.strictObject({
  attempt: z.int(),
  dueToAttend: z.int(),
  withVote: z.int(),
  neededPresent: z.int(),
  neededInFavour: z.int(),
  held: z.array(
    z.strictObject({
      actId: recordedActId,
      heldOn: localDate,
      enteredAt: instant,
      dueToAttend: z.int(),
      withVote: z.int(),
      neededPresent: z.int(),
      present: z.int(),
      inFavour: z.int(),
      against: z.int(),
      abstained: z.int(),
      carried: z.boolean(),
      quorumMet: z.boolean(),
      minutes: z.string().optional(),
      presentMembers: z.array(id),
      onLeaveMembers: z.array(id),
      /** 单独表决; a line of another month than the closing one names it. */
      separate: z.array(
        z.strictObject({
          memberId: id,
          period: month.optional(),
          inFavour: z.int(),
          against: z.int(),
          abstained: z.int(),
          carried: z.boolean(),
        }),
      ),
    }),
  ),
});

/** What the caller may do now; the console shows only these. */
export const allowedAction = z
  .enum(['apply', 'apply-on-behalf', ...decisionKinds, 'object', 'object-on-behalf', 'extend', 'extend-for-member'])
  .exclude(['withdraw']);
export type AllowedAction = z.infer<typeof allowedAction>;

const decidedWith = jointEvaluation.pick({ closing: true, by: true });
const waitedFor = z.strictObject({ role: z.string(), name: z.string(), memberId: id.optional() });

/** A member in the common list of several months: the points of each month whose list carries them, and their sum, in hundredths. */
export const jointRow = z.strictObject({
  memberId: id,
  name: z.string(),
  months: z.array(
    z.strictObject({
      period: month,
      points,
      application: applicationState,
      /** Why the review or the meeting changed it. */
      reason: z.string().optional(),
    }),
  ),
  total: points,
});
export type JointRow = z.infer<typeof jointRow>;

/** Months that are evaluated together: which of them are open and where they stand; in the closing month also the common list, by round. */
export const jointView = z.strictObject({
  closing: month,
  by: jointEvaluation.shape.by,
  months: z.array(z.strictObject({ period: month, stage: branchMonthStage, waitingFor: z.array(waitedFor) })),
  lists: z.array(z.strictObject({ round, rows: z.array(jointRow) })),
});
export type JointView = z.infer<typeof jointView>;

export const branchMonthView = z.strictObject({
  branchId: id,
  organisation: organisationPath,
  branchName: z.string(),
  committeeName: z.string(),
  period: month,
  sector,
  /** Of a month from paper (以前月份补录) only. */
  broughtIn: broughtIn.optional(),
  stage: branchMonthStage,
  round,
  rosterHash: hash,
  ceiling: amount,
  items: schemeItems,
  /** The base points of a year: a month deducts no more. */
  basePoints: amount.optional(),
  hasCommittee: z.boolean(),
  /** Who reviews, the secretary first; without a committee they alone. */
  reviewers: z.array(z.strictObject({ role: z.enum(['secretary', 'committee-member']), name: z.string(), memberId: id })),
  /** In the order of the steps. */
  deadlines: z.array(stepDeadline.omit({ reminders: true }).extend({ mark: stepMark })),
  next: nextStepView.optional(),
  meetingOn: localDate.optional(),
  waitingFor: z.array(waitedFor),
  /** Of a month that is evaluated with others (A11). */
  joint: jointView.optional(),
  /** Earlier months of the year that no meeting has resolved yet: the year to date does without them. */
  openBefore: z.array(month),
  /** The later month in which its meeting, list and filing are decided, for its present round. */
  decidedWith: decidedWith.optional(),
  counters: monthCounters,
  rows: z.array(monthRow),
  left: z.array(leaving.omit({ by: true }).extend({ memberId: id, name: z.string() })).optional(),
  meeting: meetingBlock,
  publications: z.array(publicationView),
  objections: z.array(objectionView),
  objectionsTo: z.strictObject({ name: z.string(), telephone: z.string() }),
  acts: z.array(actSummary),
  allowed: z.array(allowedAction),
});
export type BranchMonthView = z.infer<typeof branchMonthView>;

export const branchMonthSummary = z.strictObject({
  branchId: id,
  organisation: organisationPath,
  branchName: z.string(),
  period: month,
  stage: branchMonthStage,
  round,
  next: nextStepView.optional(),
  overdue: z.boolean(),
  /** The later month in which its meeting, list and filing are decided, for its present round. */
  decidedWith: decidedWith.optional(),
  /** 以前月份补录: it came from paper. */
  broughtIn: z.literal(true).optional(),
  counters: monthCounters,
});
export type BranchMonthSummary = z.infer<typeof branchMonthSummary>;
export const branchMonthPage = z.strictObject({ items: z.array(branchMonthSummary), total: z.int(), page: z.int(), pageSize: z.int() });
export const branchMonthQuery = z.strictObject({
  /** Narrows the caller's scope to what lies at or below this path. */
  organisation: organisationPath.optional(),
  period: month.optional(),
  stage: branchMonthStage.optional(),
  overdue: z.enum(['only']).optional(),
  /** Without months from paper (以前月份补录). */
  origin: z.enum(['process']).optional(),
  order: z.enum(['newest-first', 'due-first']).optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
