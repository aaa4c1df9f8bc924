import type {
  ApplicationBody,
  DecisionContent,
  EarlierMonthShape,
  EntryOnBehalfShape,
  LeavingReasonName,
  ObjectionBody,
  Subject,
} from '@jifen/contracts';
import type { PendingEvent } from '@jifen/service-kit';

export type ActStatus = 'pending' | 'effective' | 'refused' | 'withdrawn';

/** Who acted, and by which post. */
export type ActAuthor = { personId: string; memberId?: string | undefined; service: string; role: string };

export type ActRefusal = { code: string; facts: Record<string, unknown> };

/** Who has to come to a meeting, who votes, and of those the present. */
export type Attendance = { due: number; voters: number; present: number };

/** What an act says: a decision, or what is effective at once: an application, its withdrawal or confirmation, an objection. */
export type ActContent =
  | DecisionContent
  | ({ kind: 'application' } & Omit<ApplicationBody, 'actId'>)
  | { kind: 'withdraw-application'; applicationId: string }
  | { kind: 'confirm-entry'; applicationId: string }
  /** Recorded where the members are kept. */
  | { kind: 'leave'; because: LeavingReasonName; on: string }
  | ({ kind: 'object' } & Omit<ObjectionBody, 'actId' | 'round'>)
  | ({ kind: 'bring-in'; source: string } & Omit<EarlierMonthShape, 'actId' | 'period'>);
export type ActKind = ActContent['kind'];

/** One document is one act with all its lines; `_id` is made by its sender. */
export type Act = {
  _id: string;
  kind: ActKind;
  subject: Subject;
  branchId: string;
  period: string;
  round: number;
  /** The member an application or an own line is about. */
  memberId?: string | undefined;
  /** `branch/period/step/round/part`; unique among the live. */
  businessKey: string;
  /** Absent once refused or withdrawn: then the key is free again. */
  live?: true | undefined;
  /** Effective, but not yet in the branch-month. */
  unfolded?: true | undefined;
  status: ActStatus;
  by: ActAuthor;
  /** Business time. */
  at: number;
  /** Real time. */
  enteredAt: number;
  /** Of the body as it was sent: the same id with another hash is another decision. */
  bodyHash: string;
  rosterHash?: string | undefined;
  content: ActContent;
  /** Set when somebody entered another's paper. */
  onBehalf?: EntryOnBehalfShape | undefined;
  refusal?: ActRefusal | undefined;
  /** Of an act that follows one of its closing month: which, and how the meeting there was attended. */
  follows?: { actId: string; period: string; attendance?: Attendance } | undefined;
  /** The decider was told of the refusal in the answer to his own request. */
  told?: true | undefined;
};

export type ActInsert =
  | { outcome: 'inserted' }
  /** An act of this id is there already. */
  | { outcome: 'repeated'; act: Act }
  /** Another live act holds the business key. */
  | { outcome: 'taken'; act: Act };

export type FoldedAct = { actId: string; events: readonly PendingEvent[] };

export type ActStore = {
  find(actId: string): Promise<Act | undefined>;
  findLive(businessKey: string): Promise<Act | undefined>;
  insert(act: Act, events: readonly PendingEvent[]): Promise<ActInsert>;
  /** pending → effective. Of the changes of status, one that does not fit changes nothing. */
  becomeEffective(actId: string, events: readonly PendingEvent[]): Promise<void>;
  /** pending, or effective and not yet folded → refused. */
  becomeRefused(actId: string, refusal: ActRefusal, events: readonly PendingEvent[]): Promise<void>;
  /** effective → withdrawn. */
  becomeWithdrawn(actId: string, events: readonly PendingEvent[]): Promise<void>;
  markTold(actId: string): Promise<void>;
  /** Effective acts that the branch-month does not contain yet, oldest first. */
  unfolded(branchId: string, period: string): Promise<Act[]>;
  /** Each with what others must hear of it, once, however often it is marked; its own event to be folded goes. */
  markFolded(folded: readonly FoldedAct[]): Promise<void>;
  /** Acts of a branch's month, oldest first, at most 1,000. */
  ofMonth(query: { branchId: string; period: string; kinds?: readonly ActKind[] }): Promise<Act[]>;
  /** Decisions of a person that were refused after he had been told that they were recorded; newest first, at most 20. */
  refusedLate(query: { personId: string; since: number }): Promise<Act[]>;
};
