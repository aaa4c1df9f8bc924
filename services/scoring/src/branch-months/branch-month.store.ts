import {
  type BranchMonthSummary,
  branchMonthStage,
  memberStep,
  type PostedRow,
  pledgeKind,
  postedRow,
  sector,
  waitedStep,
} from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import type { Period, ScoringScheme } from '@jifen/domain';
import type { PendingEvent, UnreadableDocument } from '@jifen/service-kit';
import { z } from 'zod';
import { storedMemberCard, storedState } from './month-state.stored.ts';

const text = z.string();
const number = z.number();

const pledge = z.object({ id: text, memberId: text, kind: pledgeKind, text, dueMonths: z.array(number), weight: number });
const deadline = z.object({
  step: waitedStep.exclude(['objection']),
  dueAt: number,
  lastDay: text,
  reminders: z.array(z.object({ at: number, n: number, level: number })),
});
const memberWait = z.object({
  memberId: text,
  step: memberStep,
  since: number.optional(),
  dueAt: number.optional(),
  lastDay: text.optional(),
  reminders: deadline.shape.reminders,
});
const objectionWait = deadline.omit({ step: true }).extend({ objectionId: text });
const counters = z.object({
  due: number,
  applied: number,
  onBehalf: number,
  late: number,
  absent: number,
  objections: number,
  heldBack: number,
});
/** Facts of a publication round that the regulation's state does not need. */
export type PublicationRecord = {
  round: number;
  postedOn?: string | undefined;
  place?: string | undefined;
  filedAt?: number | undefined;
  receiptNumber?: string | undefined;
  returned?: { at: number; reason: string; backTo: 'posting' | 'filing' } | undefined;
  list?: PostedRow[] | undefined;
};

/** Its facts are written again with the next round: what a later release has added stays there. */
const publication: z.ZodType<PublicationRecord> = z.looseObject({
  round: number,
  postedOn: text.optional(),
  place: text.optional(),
  filedAt: number.optional(),
  receiptNumber: text.optional(),
  returned: z.looseObject({ at: number, reason: text, backTo: z.enum(['posting', 'filing']) }).optional(),
  list: z.array(z.looseObject(postedRow.shape)).optional(),
});

const decidedWith = z.object({ closing: text as unknown as z.ZodType<Period>, by: z.enum(['quarter', 'merged']) });
export type DecidedWith = z.infer<typeof decidedWith>;

const key = z.object({
  /** `branch/period` */
  _id: text,
  branchId: text,
  period: text,
  /** Copies of the state's stage and round, for indexes. */
  stage: branchMonthStage,
  round: number,
});

/** What a list shows of a month: never its lines. */
export const branchMonthListed = key.extend({
  branchName: text,
  /** The branch's organisation path. */
  path: text,
  deadlines: z.array(deadline),
  counters,
  /** The later month in which this one's meeting, list and filing are decided, for its present round; copied from the state for lists. */
  decidedWith: decidedWith.optional(),
  /** Of a month that came from paper; it never had a process. */
  broughtIn: z.object({ source: text, at: number, role: z.enum(['supervising-committee', 'county-organisation-department']) }).optional(),
});
export type BranchMonthListed = z.infer<typeof branchMonthListed>;

/** The resolution whose lines the ledger still misses. */
const awaitingProjection = text.optional();

/** As much of a month as says which processes hold it. */
export const openMonthKey = key.extend({ awaitingProjection });
export type OpenMonthKey = z.infer<typeof openMonthKey>;

/** A month without what was frozen for its lines: as much as says who has to do what. */
export const monthInHand = branchMonthListed.extend({
  /** The path and all its ancestors: what a list is scoped by. */
  scopes: z.array(text),
  version: number,
  openedAt: number,
  state: storedState,
  rosterHash: text,
  meetingOn: text.optional(),
  /** What single members are waited for, or wait for, beside the steps. */
  memberWaits: z.array(memberWait).optional(),
  /** By when each objection is to be answered. */
  objectionWaits: z.array(objectionWait).optional(),
  ceiling: number,
  publications: z.array(publication),
  /** Every act the state contains, in the order of their effect. */
  actIds: z.array(text),
  awaitingProjection,
});
export type MonthInHand = z.infer<typeof monthInHand>;

/** Frozen at opening: by the scheme of its sector then, whole, the month is scored for ever. */
export const branchMonth = monthInHand.extend({
  /** A field of a scheme that this release does not know would change the numbers: none is tolerated. */
  scheme: scoringScheme as z.ZodType<ScoringScheme>,
  sector,
  pledges: z.array(pledge),
  participants: z.array(storedMemberCard),
});

/** What the record of a branch's month holds. `state` is the regulation's own; the rest was frozen or is kept beside it. */
export type BranchMonthRecord = z.infer<typeof branchMonth>;

/** Written once, at opening. */
export const frozenFields = [
  'branchId',
  'period',
  'branchName',
  'path',
  'scopes',
  'openedAt',
  'scheme',
  'sector',
  'ceiling',
  'pledges',
  'participants',
  'broughtIn',
] as const;

export type BranchMonthQuery = {
  /** Organisation paths; a month is found when its branch lies in one of them. */
  scopes: readonly string[];
  period?: string | undefined;
  stage?: BranchMonthSummary['stage'] | undefined;
  /** Only months with which somebody is late at this instant. */
  lateAt?: number | undefined;
  /** Only months that a process ran, none from paper. */
  origin?: 'process' | undefined;
  /** Newest period first, or what is due first first. */
  order?: 'newest-first' | 'due-first' | undefined;
  page: number;
  pageSize: number;
};

export const branchMonthId = (branchId: string, period: string): string => `${branchId}/${period}`;

/** `waking`: where something falls due later than `after`, at the latest at `until`. */
export type Announced = { branchId?: string; waking?: { after: number; until: number } };

export type NewestFrom = { scope: string; branchIds: readonly string[]; from: string };

export type BranchMonthStore = {
  find(branchId: string, period: string): Promise<BranchMonthRecord | undefined>;
  /** All of a branch's months, the oldest first. */
  ofBranch(branchId: string): Promise<BranchMonthListed[]>;
  insert(record: BranchMonthRecord, events: readonly PendingEvent[]): Promise<'inserted' | 'exists'>;
  /** Compare and set: written, but for what is frozen, only while the stored version is `record.version - 1`; with its events. */
  update(record: BranchMonthRecord, events: readonly PendingEvent[]): Promise<'written' | 'outdated'>;
  /**
   * Appends events to every month that is not closed (of one branch, or of all; only those for whose processes something falls due in a
   * time) in one write; nothing else changes.
   */
  announce(events: readonly PendingEvent[], scope?: Announced): Promise<void>;
  page(query: BranchMonthQuery): Promise<{ items: BranchMonthListed[]; total: number }>;
  /** The newest month from this one on (YYYY-MM) that any of these branches has, all of them within one organisation. */
  newestFrom(query: NewestFrom): Promise<string | undefined>;
  /** Filed months of these scopes, in the order of their ids. */
  filed(query: { scopes: readonly string[]; limit: number }): Promise<MonthInHand[]>;
  /** Months that are not closed, in the given scopes (all without), in the order of their ids. */
  open(query: { scopes?: readonly string[]; branchId?: string; limit: number; after?: string }): Promise<MonthInHand[]>;
  /** The keys of all of them, in the order of their ids, also where one cannot be read. */
  openKeys(query: { limit: number; after?: string }): Promise<(OpenMonthKey | UnreadableDocument)[]>;
};
