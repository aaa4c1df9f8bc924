import type {
  BranchMonthSummary,
  BroughtIn,
  MemberCard,
  MemberWait,
  MonthCounters,
  PledgePlan,
  SectorName,
  StepDeadline,
} from '@jifen/contracts';
import type { BranchMonth, JointEvaluation, ScoringScheme } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';

/** What the record of a branch's month holds. `state` is the regulation's own; the rest was frozen or is kept beside it. */
export type BranchMonthRecord = {
  /** `branch/period` */
  _id: string;
  branchId: string;
  period: string;
  branchName: string;
  /** The branch's organisation path. */
  path: string;
  /** The path and all its ancestors: what a list is scoped by. */
  scopes: string[];
  version: number;
  openedAt: number;
  /** Copies of the state's stage and round, for indexes. */
  stage: BranchMonthSummary['stage'];
  round: number;
  state: BranchMonth;
  rosterHash: string;
  deadlines: StepDeadline[];
  meetingOn?: string | undefined;
  /** What single members are waited for, or wait for, beside the steps. */
  memberWaits?: MemberWait[] | undefined;
  /** Frozen at opening: by the scheme of its sector then, whole, the month is scored for ever. */
  scheme: ScoringScheme;
  sector: SectorName;
  ceiling: number;
  pledges: PledgePlan[];
  participants: MemberCard[];
  counters: MonthCounters;
  publications: PublicationRecord[];
  /** The later month in which this one's meeting, list and filing are decided, for its present round; copied from the state for lists. */
  decidedWith?: DecidedWith | undefined;
  /** Of a month that came from paper; it never had a process. */
  broughtIn?: BroughtIn | undefined;
  /** Every act the state contains, in the order of their effect. */
  actIds: string[];
  /** The resolution whose lines the ledger still misses. */
  awaitingProjection?: string | undefined;
};

export type DecidedWith = Pick<JointEvaluation, 'closing' | 'by'>;

/** A month without what was frozen for its lines: as much as says who has to do what. */
export type MonthInHand = Omit<BranchMonthRecord, 'scheme' | 'sector' | 'pledges' | 'participants'>;

/** Facts of a publication round that the regulation's state does not need. */
export type PublicationRecord = {
  round: number;
  postedOn?: string | undefined;
  place?: string | undefined;
  filedAt?: number | undefined;
  receiptNumber?: string | undefined;
  returned?: { at: number; reason: string; backTo: 'posting' | 'filing' } | undefined;
};

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

/** What a list shows of a month: never its lines. */
export type BranchMonthListed = Pick<
  BranchMonthRecord,
  '_id' | 'branchId' | 'branchName' | 'period' | 'path' | 'stage' | 'round' | 'deadlines' | 'counters' | 'decidedWith' | 'broughtIn'
>;

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

/** As much of a month as says which processes hold it. */
export type OpenMonthKey = Pick<BranchMonthRecord, '_id' | 'branchId' | 'period' | 'stage' | 'round' | 'awaitingProjection'>;

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
  /** The keys of all of them, in the order of their ids. */
  openKeys(query: { limit: number; after?: string }): Promise<OpenMonthKey[]>;
};
