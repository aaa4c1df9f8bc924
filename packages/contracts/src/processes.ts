import { z } from 'zod';
import { type Clock, clock } from './clock.ts';
import { type MemberWait, memberStep, stepDeadline, waitedStep } from './deadlines.ts';
import { hash, id, instant, organisationPath, period, recordedActId, round } from './primitives.ts';

/** Task queues: interactive branch processes and bulk processes have workers of their own; what opens a county's months has only a few hands. */
export const queues = { branch: 'jifen-branch', member: 'jifen-member', county: 'jifen-county' } as const;

export const processIds = {
  branchMonth: (branchId: string, month: string) => `branch-month/${branchId}/${month}`,
  memberMonth: (memberId: string, month: string) => `member-month/${memberId}/${month}`,
  publication: (branchId: string, month: string, ofRound: number) => `publication/${branchId}/${month}/${ofRound}`,
  countyMonth: (countyId: string, month: string) => `county-month/${countyId}/${month}`,
  /** The Schedule; each of its ticks has a time stamp behind it. */
  monthTick: (countyId: string) => `month-tick/${countyId}`,
} as const;

export const workflowTypes = {
  branchMonth: 'branchMonth',
  memberMonth: 'memberMonth',
  publication: 'publication',
  countyMonth: 'countyMonth',
  monthTick: 'monthTick',
} as const;

export const messages = {
  /** Update, on branchMonth and publication: brings one act to its effect. */
  decide: 'decide',
  /** Signal to branchMonth: the resolution's lines are in the ledger. */
  projected: 'projected',
  /** Signal to memberMonth. */
  applied: 'applied',
  applicationWithdrawn: 'applicationWithdrawn',
  settled: 'settled',
  left: 'left',
  /** Signal to every open process: new deadlines, a changed calendar or party day. */
  deadlinesChanged: 'deadlinesChanged',
  /** Signal to every open process that falls due: business time was moved. */
  clockChanged: 'clockChanged',
  /** Signal from publication to branchMonth, by its id, so that it also arrives after a restart of either. */
  publicationEnded: 'publicationEnded',
} as const;

/** What is waited for. With `passes` it is over at its deadline, whoever has acted; without it silence decides nothing. */
export const openWait = stepDeadline.extend({ step: waitedStep, passes: z.literal(true).optional() });
export type OpenWait = z.infer<typeof openWait>;

/** What a process knows of its record. Ids, hashes and instants only. */
export const keptState = z.object({
  /** Of the record: an older state never takes the place of a newer one. */
  version: z.int().min(1),
  stage: z.string(),
  /** Which of a branch's processes holds the waits; none once it is closed. */
  process: z.enum(['meeting-side', 'publication']).optional(),
  round,
  rosterHash: hash,
  /** Those that stand open; of what nobody is reminded there are no reminders. */
  deadlines: z.array(openWait),
  /** The kinds of decisions that may take effect now, and those of steps to come. */
  accepts: z.array(z.string()),
  acceptsLater: z.array(z.string()),
  /** Effective acts the state already contains, newest last; carried so that a repetition is known. */
  actIds: z.array(recordedActId),
  /** Where the ledger still misses the resolution's lines of this round. */
  awaitingProjection: z.boolean(),
});
export type KeptState = z.infer<typeof keptState>;

/** Business time as it was then: while it stands still, a process for which nothing falls due is not told of every move. */
const withClock = { clock: clock.optional() };
type WithClock = { clock?: Clock | undefined };

/** An application as a member's process knows it; `late` was decided by the deadline of that day. Instants are milliseconds. */
type KnownApplication = { actId?: string | undefined; at: number; late: boolean };

/** The newest reminder that has gone out, by `round/step`: the numbers of the next go on from it. */
export type RemindedSteps = Record<string, { at: number; n: number }>;

/** A wait that was told of, as planned for that instant. */
export type ToldWait = { step: MemberWait['step']; at: number; n: number };

type MonthOfBranch = { branchId: string; period: string };

export type BranchMonthInput = MonthOfBranch & {
  /** Members whose processes are to be there: those whose lines are not all closed. */
  memberIds: string[];
  state: KeptState;
  clock: Clock;
  applicationDueAt: number;
  /** The month goes on from its record, or from the run before. */
  resume: boolean;
  /** Those of the members who have applied already. */
  applications?: (KnownApplication & { memberId: string })[] | undefined;
  /** What their own processes wait for. */
  memberWaits?: MemberWait[] | undefined;
  reminded?: RemindedSteps | undefined;
};

export type MemberMonthInput = MonthOfBranch & {
  memberId: string;
  applicationDueAt: number;
  clock: Clock;
  application?: KnownApplication | undefined;
  /** What is told of while it waits, besides the application. */
  waits?: MemberWait[] | undefined;
  /** Those told of already. */
  told?: ToldWait[] | undefined;
  /** Of processes started before `application` was carried: somebody has applied, nobody knows when. */
  applied?: boolean | undefined;
};

export type PublicationInput = MonthOfBranch & { state: KeptState; clock: Clock; reminded?: RemindedSteps | undefined };
/** The round is done; the state says whether another one (a supplement, or the returned list) follows. */
export type PublicationEndedMessage = WithClock & { state: KeptState };

export type DecideMessage = { actId: string; kind: string; round: number; rosterHash: string };
/** The types of the failure with which an Update is refused: sent again later, or never. */
export const updateRefusals = { notYet: 'not-yet', never: 'never' } as const;

/** An application handed in or withdrawn: which act, when. */
export type ActMessage = { actId: string; at: number };
/** `withdraws` is the application, absent in messages of earlier versions. */
export type WithdrawnMessage = ActMessage & { withdraws?: string | undefined };
/** `state` is the record's with that resolution in the ledger. */
export type ProjectedMessage = { actId: string; state: KeptState };
/** To a branch's processes with the state of their record, to a member's with the deadline of the application and all that it waits for. */
export type DeadlinesChangedMessage = WithClock & {
  state?: KeptState | undefined;
  applicationDueAt?: number | undefined;
  waits?: MemberWait[] | undefined;
};
/** `from`: business time before the move. */
export const clockChangedMessage = z.strictObject({ clock, from: instant.optional() });
export type ClockChangedMessage = z.infer<typeof clockChangedMessage>;

/** Scoring, for activities: `POST /internal/acts/{actId}/apply`. */
export const applyAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('effective'), state: keptState, ...withClock }),
  z.object({ outcome: z.literal('refused'), code: z.string(), state: keptState, ...withClock }),
]);
export type ApplyAnswer = z.infer<typeof applyAnswer>;

/** Scoring, for activities: `POST /internal/branch-months/{branchId}/{period}/reach`: a deadline has passed; answers the state after it. */
export const reachRequest = z.strictObject({ step: waitedStep, round });
export const reachAnswer = z.object({ state: keptState, ...withClock });
export type ReachRequest = z.infer<typeof reachRequest>;
export type ReachAnswer = z.infer<typeof reachAnswer>;

/** The ids of the processes that were missing and have been started from the record. */
export const reconciledAnswer = z.object({ started: z.array(z.string()) });

/** A step of the month, or what one member's own process waits for. */
export const remindedStep = z.enum([...waitedStep.options, ...memberStep.exclude(['application']).options]);
export type RemindedStepName = z.infer<typeof remindedStep>;

/** Notification, for activities: `POST /internal/reminders`. */
export const reminderRequest = z.strictObject({
  branchId: id,
  period,
  round,
  step: remindedStep,
  /** Of one member: told by that member's own process. */
  memberId: id.optional(),
  n: z.int().min(1),
  level: z.int().min(0).max(2),
  /** The instant of the step's plan, by which a process begun anew is known to repeat itself; `n` begins again with it. */
  plannedFor: instant.optional(),
});
export type ReminderRequest = z.infer<typeof reminderRequest>;

/** A superior reminds whomever a step of a branch waits for (催办): `POST /reminders`. On one day it is one reminder. */
export const remindByHandRequest = z.strictObject({ organisation: organisationPath, branchId: id, period, round, step: waitedStep });
export type RemindByHandRequest = z.infer<typeof remindByHandRequest>;

/** Scoring, for notification at send time: who, still? `GET /internal/outstanding`. */
export const outstandingQuery = z.strictObject({
  branchId: id,
  period,
  round: z.coerce.number().int().min(1),
  step: remindedStep,
  memberId: id.optional(),
  level: z.coerce.number().int().min(0).max(2),
});
export const outstandingAnswer = z.object({
  open: z.boolean(),
  organisation: organisationPath,
  branchName: z.string(),
  lastDay: z.string(),
  people: z.array(z.object({ personId: id, memberId: id.optional(), reason: z.enum(['has-to-act', 'stands-in', 'supervises', 'waits']) })),
  /** Why a line still waits. */
  because: z.string().optional(),
});
export type OutstandingAnswer = z.infer<typeof outstandingAnswer>;
