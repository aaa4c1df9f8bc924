import type { actAnswer, BranchCard, Subject } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { Caller, JsonReply, Problem, RouteAudit } from '@jifen/service-kit';
import type { z } from 'zod';
import type { AccessRefusal } from '../access/access.ts';
import { type Act, type ActAuthor, type ActKind, bodyHash } from '../acts/act.store.ts';
import { decidedBy, type RecordRefusal } from '../acts/refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { event, type Wake } from '../outbox/events.ts';
import { refusedProblem } from '../problems.ts';
import { type DeliveryPorts, deliverAct } from './deliver-act.ts';
import type { MonthRefusal, SubjectRow } from './subject-row.ts';

export type RecordPorts = DeliveryPorts & {
  realNow: () => number;
  wake: Wake;
};

/** `now` is business time; the audit record travels in the write of the act. */
export type Asked = { caller: Caller; now: number; audit: RouteAudit['pending'] };

/** What an act says of its subject as it stands. */
export type Said = Pick<Act, 'round' | 'businessKey' | 'content' | 'memberId' | 'rosterHash' | 'onBehalf'>;

type Month = BranchMonthRecord;
export type Recording<Refused> = Asked & {
  subject: Subject;
  actId: string;
  kind: ActKind;
  /** What was sent: the same again is the same act. */
  sent: readonly unknown[];
  /** Who acts, and by which post; or why they may not. */
  permit(record: Month): Result<ActAuthor, AccessRefusal>;
  say(record: Month): Result<Said, Refused> | Promise<Result<Said, Refused>>;
  /** Why a second act of this business key is refused. */
  taken?: ((other: Act, record: Month) => Refused) | undefined;
};
type Recorded = { row: SubjectRow<Month, MonthRefusal>; record: Month; hash: string };
type RecordResult<Refused> = Result<Act, AccessRefusal | MonthRefusal | Refused>;

/** How long the answer waits for the effect before it says that the act is recorded and being delivered. */
const waitMs = 2000;

/**
 * An act is permitted, judged, recorded with its audit record and its delivery in one write, and brought to its effect. From the moment it is
 * recorded it stays recorded: effective, refused with a reason, or pending while it is being delivered. What was sent before counts, not what
 * is said against it now.
 */
export async function recordAct<Refused>(ports: RecordPorts, asked: Recording<Refused>): Promise<RecordResult<Refused>> {
  const { subject, actId, sent } = asked;
  const row = ports.subjects[subject.kind];
  const isAtOnce = row.isEffectiveAtOnce(asked);
  const [record, same, branch] = await Promise.all([
    isAtOnce ? row.find(subject) : row.upToDate(subject),
    isAtOnce ? undefined : ports.acts.find(actId),
    row.branchOf({ kind: asked.kind, branchId: subject.branchId }),
  ]);
  if (!record) return refuse({ code: 'not-found' });
  const author = asked.permit(record);
  if (!author.ok) return author;
  const recorded = { row, record, hash: bodyHash([subject.branchId, subject.period, ...sent]) };
  if (same) return answer(ports, recorded, same);
  const act = await judged(ports, asked, { ...recorded, branch }, author.value);
  if (act.ok) return insert(ports, asked, recorded, act.value);
  const meanwhile = await ports.acts.find(actId);
  return meanwhile ? answer(ports, recorded, meanwhile) : act;
}

async function judged<Refused>(
  ports: RecordPorts,
  asked: Recording<Refused>,
  { row, record, hash, branch }: Recorded & { branch: BranchCard | undefined },
  by: ActAuthor,
): Promise<Result<Act, MonthRefusal | Refused>> {
  const said = await asked.say(record);
  if (!said.ok) return said;
  const { actId, kind, subject, now } = asked;
  const { branchId, period } = subject;
  const status = row.isEffectiveAtOnce(asked) ? ({ status: 'effective', unfolded: true } as const) : ({ status: 'pending' } as const);
  const head = { _id: actId, kind, subject, branchId, period, live: true as const };
  const act: Act = { ...head, ...said.value, ...status, by, at: now, enteredAt: ports.realNow(), bodyHash: hash };
  const against = await row.judge(record, act, branch);
  return against.ok ? ok(act) : against;
}

async function insert<Refused>(
  ports: RecordPorts,
  { audit, taken }: Recording<Refused>,
  recorded: Recorded,
  act: Act,
): Promise<RecordResult<Refused>> {
  const { row, record } = recorded;
  const audited = audit({ target: row.targetOf(act), role: act.by.role, organisation: record.path, details: { actId: act._id } });
  const { _id: actId, branchId, period, enteredAt } = act;
  const follows = act.unfolded ? event('fold', actId, enteredAt, { branchId, period }) : event('deliver-act', actId, enteredAt, { actId });
  const inserted = await ports.acts.insert(act, [audited, follows]);
  if (inserted.outcome === 'taken') return refuse(taken?.(inserted.act, record) ?? decidedBy(inserted.act));
  return answer(ports, recorded, inserted.outcome === 'repeated' ? inserted.act : act);
}

/** The same id and body is the same act: what became of it is read from the record, and it is brought on once more where it waits. */
async function answer(ports: RecordPorts, { row, record, hash }: Recorded, act: Act): Promise<Result<Act, RecordRefusal>> {
  if (act.bodyHash !== hash) return refuse({ code: 'different-body', actId: act._id });
  const outcome = await (row.isEffectiveAtOnce(act) ? takenIn(ports, { row, record }, act) : delivered(ports, act));
  ports.wake();
  return ok(outcome);
}

/** What keeps an act from being taken in now is left to the relay: it is recorded. */
async function takenIn({ acts }: RecordPorts, { row, record }: Omit<Recorded, 'hash'>, act: Act): Promise<Act> {
  const left = await row.takeIn(act.subject, record).catch(() => undefined);
  return left?.actIds.includes(act._id) ? act : ((await acts.find(act._id)) ?? act);
}

async function delivered(ports: RecordPorts, act: Act): Promise<Act> {
  const outcome = await deliverAct(ports, act, waitMs);
  if (outcome.status === 'refused') await ports.acts.markTold(act._id);
  return outcome;
}

/** 200: effective. 202: recorded, being delivered. A refusal after it was recorded is answered with its reason. */
export function answerOf({ _id, status, at, refusal }: Act): JsonReply<z.input<typeof actAnswer>> | Problem {
  if (status === 'refused') return refusedProblem(refusal ?? { code: 'refused', facts: {} });
  return { status: status === 'pending' ? 202 : 200, body: { actId: _id, status, at } };
}
