import type { ApplicationBody, DecisionContent, ObjectionBody } from '@jifen/contracts';
import type { PendingEvent } from '@jifen/service-kit';

export type ActStatus = 'pending' | 'effective' | 'refused' | 'withdrawn';

/** Who acted, and by which post. */
export type ActAuthor = { personId: string; memberId?: string | undefined; service: string; role: string };

export type ActRefusal = { code: string; facts: Record<string, unknown> };

/** What an act says: a decision, or what is effective at once: an application, its withdrawal, an objection. */
export type ActContent =
  | DecisionContent
  | ({ kind: 'application' } & Omit<ApplicationBody, 'actId'>)
  | { kind: 'withdraw-application'; applicationId: string }
  | ({ kind: 'object' } & Omit<ObjectionBody, 'actId' | 'round'>);
export type ActKind = ActContent['kind'];

/** One document is one act with all its lines; `_id` is made by its sender. */
export type Act = {
  _id: string;
  kind: ActKind;
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
  onBehalf?: { paperSignedOn: string } | undefined;
  refusal?: ActRefusal | undefined;
  version: number;
};

export type ActInsert =
  | { outcome: 'inserted' }
  /** An act of this id is there already. */
  | { outcome: 'repeated'; act: Act }
  /** Another live act holds the business key. */
  | { outcome: 'taken'; act: Act };

export type ActStore = {
  find(actId: string): Promise<Act | undefined>;
  findMany(actIds: readonly string[]): Promise<Act[]>;
  findLive(businessKey: string): Promise<Act | undefined>;
  insert(act: Act, events: readonly PendingEvent[]): Promise<ActInsert>;
  /** Only a pending act becomes effective or refused, only a live one withdrawn; otherwise nothing changes. Answers the act as it is then. */
  becomeEffective(actId: string, events: readonly PendingEvent[]): Promise<Act | undefined>;
  becomeRefused(actId: string, refusal: ActRefusal, events: readonly PendingEvent[]): Promise<Act | undefined>;
  becomeWithdrawn(actId: string, events: readonly PendingEvent[]): Promise<Act | undefined>;
  /** Effective acts that the branch-month does not contain yet, oldest first. */
  unfolded(branchId: string, period: string): Promise<Act[]>;
  /** An act that turns out impossible when folded becomes refused; one that is in the branch-month loses its mark. */
  markFolded(actId: string): Promise<void>;
  refuseUnfolded(actId: string, refusal: ActRefusal, events: readonly PendingEvent[]): Promise<void>;
  /** Acts of a branch's month, oldest first; at most `limit` (default 500). */
  ofMonth(query: { branchId: string; period: string; kinds?: readonly ActKind[]; limit?: number }): Promise<Act[]>;
  /** Refused decisions of a person, newest first: his to-dos. */
  refusedOf(query: { personId: string; since: number; limit: number }): Promise<Act[]>;
};
