import { createHash } from 'node:crypto';
import { actStatus, fulfilmentState, leavingReason, objectionWay } from '@jifen/contracts';
import { documentReader, type PendingEvent } from '@jifen/service-kit';
import { z } from 'zod';

const text = z.string();
const number = z.number();

const entry = z.object({ item: text, amount: number, basis: text.optional(), evidence: text.optional() });
const fulfilment = z.object({ pledgeId: text, state: fulfilmentState, sentence: text.optional() });
const line = z.object({ memberId: text, deductions: z.array(entry), task: number, rewards: z.array(entry) });
const changed = line.extend({ reason: text });
const votes = { inFavour: number, against: number, abstained: number };
/** Set when somebody entered another's paper. */
const onBehalf = z.object({ way: z.enum(['paper', 'telephone']).optional(), paperSignedOn: text.optional() }).optional();

const earlierTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fulfilments'), fulfilments: z.array(fulfilment) }),
  z.object({ kind: z.literal('stated-progress'), percent: number }),
  z.object({ kind: z.literal('decided'), amount: number }),
  z.object({ kind: z.literal('not-applied') }),
]);

/** What an act says: a decision, or what is effective at once: an application, its withdrawal or confirmation, an objection. */
const content = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('application'),
    fulfilments: z.array(fulfilment),
    rewards: z.array(entry),
    lateReason: text.optional(),
    onBehalf,
  }),
  z.object({ kind: z.literal('withdraw-application'), applicationId: text }),
  z.object({ kind: z.literal('confirm-entry'), applicationId: text }),
  /** Recorded where the members are kept. */
  z.object({ kind: z.literal('leave'), because: leavingReason, on: text }),
  z.object({
    kind: z.literal('object'),
    memberId: text,
    component: z.enum(['base', 'task', 'reward']),
    statement: text,
    wish: number.optional(),
    /** As it stood on the list. */
    posted: number.optional(),
    /** Whose objection it is; of somebody outside the branch the name alone. */
    objector: z.object({ memberId: text.optional(), personId: text.optional(), name: text.optional() }).optional(),
    /** Recorded on behalf of the objector. */
    way: objectionWay.optional(),
  }),
  z.object({
    kind: z.literal('bring-in'),
    source: text,
    meeting: z.object({ heldOn: text, voters: number, present: number, ...votes }),
    postedOn: text,
    filedOn: text,
    lines: z.array(z.object({ memberId: text, deductions: z.array(entry), task: earlierTask, rewards: z.array(entry) })),
  }),
  z.object({ kind: z.literal('register'), lines: z.array(line.extend({ note: text.optional() })) }),
  z.object({ kind: z.literal('review'), changes: z.array(changed) }),
  z.object({ kind: z.literal('review-own-line'), memberId: text, change: changed.optional() }),
  z.object({
    kind: z.literal('record-meeting'),
    heldOn: text,
    present: z.array(text),
    onLeave: z.array(text),
    ...votes,
    separate: z.array(z.object({ memberId: text, ...votes, period: text.optional() })),
    changes: z.array(changed.extend({ period: text.optional() })),
    carried: z.boolean(),
    minutes: text.optional(),
    secondedBy: text.optional(),
  }),
  z.object({ kind: z.literal('post'), postedOn: text, place: text }),
  z.object({ kind: z.literal('answer-objection'), objectionId: text, upheld: z.boolean(), answer: text, change: line.optional() }),
  z.object({ kind: z.literal('file') }),
  z.object({ kind: z.literal('receive') }),
  z.object({ kind: z.literal('return'), backTo: z.enum(['posting', 'filing']), reason: text }),
  z.object({ kind: z.literal('withdraw'), actId: text }),
]);

export type ActContent = z.infer<typeof content>;
export type ActKind = ActContent['kind'];

/** Who acted, and by which post. */
const author = z.object({ personId: text, memberId: text.optional(), service: text, role: text });
export type ActAuthor = z.infer<typeof author>;

const refusal = z.object({ code: text, facts: z.record(text, z.unknown()) });
export type ActRefusal = z.infer<typeof refusal>;

/** Who has to come to a meeting, who votes, and of those the present. */
const attendance = z.object({ due: number, voters: number, present: number });
export type Attendance = z.infer<typeof attendance>;

export const act = z.object({
  _id: text,
  kind: z.enum(content.options.map(({ shape }) => shape.kind.value)),
  subject: z.object({ kind: z.literal('proceeding'), branchId: text, period: text }),
  branchId: text,
  period: text,
  round: number,
  /** The member an application or an own line is about. */
  memberId: text.optional(),
  /** `branch/period/step/round/part`; unique among the live. */
  businessKey: text,
  /** Absent once refused or withdrawn: then the key is free again. */
  live: z.literal(true).optional(),
  /** Effective, but not yet in the branch-month. */
  unfolded: z.literal(true).optional(),
  status: actStatus,
  by: author,
  /** Business time. */
  at: number,
  /** Real time. */
  enteredAt: number,
  /** Of the body as it was sent: the same id with another hash is another decision. */
  bodyHash: text,
  rosterHash: text.optional(),
  content,
  onBehalf,
  refusal: refusal.optional(),
  /** Of an act that follows one of its closing month: which, and how the meeting there was attended. */
  follows: z.object({ actId: text, period: text, attendance: attendance.exactOptional() }).optional(),
  /** The decider was told of the refusal in the answer to their own request. */
  told: z.literal(true).optional(),
});

/** One document is one act with all its lines; `_id` is made by its sender. */
export type Act = z.infer<typeof act>;

export type ActInsert =
  | { outcome: 'inserted' }
  /** An act of this id is there already. */
  | { outcome: 'repeated'; act: Act }
  /** Another live act holds the business key. */
  | { outcome: 'taken'; act: Act };

export type AppliedAct = { actId: string; events: readonly PendingEvent[] };

export type ActStore = {
  find(actId: string): Promise<Act | undefined>;
  findLive(businessKey: string): Promise<Act | undefined>;
  insert(act: Act, events: readonly PendingEvent[]): Promise<ActInsert>;
  /** pending → effective. Of the changes of status, one that does not fit changes nothing. */
  becomeEffective(actId: string, events: readonly PendingEvent[]): Promise<void>;
  /** pending, or effective and not yet applied to its month → refused. */
  becomeRefused(actId: string, refusal: ActRefusal, events: readonly PendingEvent[]): Promise<void>;
  /** effective → withdrawn. */
  becomeWithdrawn(actId: string, events: readonly PendingEvent[]): Promise<void>;
  markTold(actId: string): Promise<void>;
  /** Effective acts that the branch-month does not contain yet, oldest first. */
  unapplied(branchId: string, period: string): Promise<Act[]>;
  /** Each with what others must hear of it, once, however often it is marked; its own event to be applied goes. */
  markApplied(applied: readonly AppliedAct[]): Promise<void>;
  /** Acts of a branch's month, oldest first, at most 1,000. */
  ofMonth(query: { branchId: string; period: string; kinds?: readonly ActKind[] }): Promise<Act[]>;
  /** Decisions of a person that were refused after they had been told that they were recorded; newest first, at most 20. */
  refusedLate(query: { personId: string; since: number }): Promise<Act[]>;
};

export const acts = documentReader('acts', act);

/** Of a body that its contract has checked, so that keys come in one order. SHA-256 in hex. */
export function bodyHash(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
