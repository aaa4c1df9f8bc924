import type { DecisionBody } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { Caller, RouteAudit } from '@jifen/service-kit';
import type { Act, ActAuthor } from '../acts/act.store.ts';
import { bodyHash } from '../acts/body-hash.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { CoreDeps } from '../deps.ts';
import { askOtherMonths } from '../joint-months/other-months.ts';
import { businessKeyOf } from '../month-acts/business-key.ts';
import { judge } from '../month-acts/effect.ts';
import { foldActs } from '../month-acts/fold-acts.ts';
import { authorOf } from '../month-acts/permissions.ts';
import { event } from '../outbox/events.ts';
import type { DecisionRefusal } from '../recording/decision-refusal.ts';
import { deliverAct } from '../recording/deliver-act.ts';

export type TakeDecision = {
  branchId: string;
  period: string;
  body: DecisionBody;
  caller: Caller;
  /** Business time. */
  now: number;
  audit: RouteAudit['pending'];
};

/** How long a decider waits for the effect before he is told that his decision is recorded and being delivered. */
const waitMs = 2000;

/**
 * A decision is judged, recorded, and sent to its process. From the moment it is recorded it stays recorded: effective, refused with
 * a reason, or pending while it is being delivered. Where an earlier sending of the same decision was recorded meanwhile, that counts.
 */
export async function takeDecision(deps: CoreDeps, asked: TakeDecision): Promise<Result<Act, DecisionRefusal>> {
  const { branchId, period, body, caller, now } = asked;
  const [known, same] = await Promise.all([deps.months.find(branchId, period), deps.acts.find(body.actId)]);
  if (!known) return refuse({ code: 'not-found' });
  const author = authorOf({ caller, record: known, kind: body.content.kind, at: now });
  if (!author.ok) return author;
  const hash = bodyHash([branchId, period, caller.personId, body]);
  if (same) return repeated(deps, same, hash);
  const record = (await foldActs(deps, branchId, period, known)) ?? known;
  const act = actOf(asked, record, author.value, { hash, enteredAt: deps.realNow() });
  const judged = await judgeHere(deps, record, act);
  if (judged.ok) return recordAndDeliver(deps, asked, record, act);
  const meanwhile = await deps.acts.find(body.actId);
  return meanwhile ? repeated(deps, meanwhile, hash) : judged;
}

async function judgeHere(deps: CoreDeps, record: BranchMonthRecord, act: Act): Promise<Result<true, DecisionRefusal>> {
  const judged = await judge(deps, record, act);
  if (judged.ok) return askOtherMonths(deps, record, act);
  const other = judged.refusal.code === 'already-decided' ? await deciderBefore(deps, record, act) : undefined;
  return refuse(other ? takenBy(other) : judged.refusal);
}

async function recordAndDeliver(
  deps: CoreDeps,
  { audit }: TakeDecision,
  record: BranchMonthRecord,
  act: Act,
): Promise<Result<Act, DecisionRefusal>> {
  const target = `${record._id}/${act.round}/${act.kind}`;
  const audited = audit({ target, role: act.by.role, organisation: record.path, details: { actId: act._id } });
  const inserted = await deps.acts.insert(act, [audited, event('deliver-act', act._id, act.enteredAt, { actId: act._id })]);
  if (inserted.outcome === 'repeated') return repeated(deps, inserted.act, act.bodyHash);
  if (inserted.outcome === 'taken') return refuse(takenBy(inserted.act));
  return ok(await delivered(deps, act));
}

/** The same id and body is the same decision: its answer is read from the record, and delivered once more while it is pending. */
async function repeated(deps: CoreDeps, act: Act, hash: string): Promise<Result<Act, DecisionRefusal>> {
  if (act.bodyHash !== hash) return refuse({ code: 'different-body', actId: act._id });
  return ok(await delivered(deps, act));
}

async function delivered(deps: CoreDeps, act: Act): Promise<Act> {
  const outcome = await deliverAct(deps, act, waitMs);
  if (outcome.status === 'refused') await deps.acts.markTold(act._id);
  deps.nudge();
  return outcome;
}

const takenBy = (act: Act): DecisionRefusal => ({
  code: 'decided-by-another',
  actId: act._id,
  by: act.by.memberId ?? act.by.personId,
  at: act.at,
});

async function deciderBefore({ acts }: CoreDeps, { state }: BranchMonthRecord, { content, round: asked }: Act): Promise<Act | undefined> {
  const round = state.rounds.find((one) => one.round === asked);
  if (content.kind === 'answer-objection') {
    const answer = round?.objections.find((objection) => objection.objectionId === content.objectionId)?.answer;
    return answer ? acts.find(answer.actId) : undefined;
  }
  const live = await Promise.all((round?.acts ?? []).map(({ actId }) => acts.find(actId)));
  return live.findLast((one) => one?.kind === content.kind);
}

type Recorded = { hash: string; enteredAt: number };

function actOf(
  { branchId, period, body, now }: TakeDecision,
  record: BranchMonthRecord,
  by: ActAuthor,
  { hash, enteredAt }: Recorded,
): Act {
  const { actId, round, rosterHash, content } = body;
  const businessKey = businessKeyOf(record, round, content);
  const about = 'memberId' in content ? { memberId: content.memberId } : {};
  const head = { _id: actId, kind: content.kind, branchId, period, round, ...about, businessKey, live: true as const };
  return { ...head, status: 'pending', by, at: now, enteredAt, bodyHash: hash, rosterHash, content };
}
