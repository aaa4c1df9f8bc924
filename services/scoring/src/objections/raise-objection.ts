import type { ObjectionBody } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import { permitted } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import { bodyHash } from '../acts/body-hash.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { TakeDecision } from '../decisions/take-decision.ts';
import type { CoreDeps } from '../deps.ts';
import { judge } from '../month-acts/effect.ts';
import { foldActs } from '../month-acts/fold-acts.ts';
import { event } from '../outbox/events.ts';
import type { DecisionRefusal } from '../recording/decision-refusal.ts';

export type RaiseObjection = Omit<TakeDecision, 'body'> & { body: ObjectionBody };

/** During publicity a member of the branch objects to a line of the list. Effective at once; one for each person, line and component. */
export async function raiseObjection(deps: CoreDeps, asked: RaiseObjection): Promise<Result<Act, DecisionRefusal>> {
  const { branchId, period, body, caller, now } = asked;
  const known = await deps.months.find(branchId, period);
  const member = caller.memberId;
  if (!known || member === undefined || !isOfBranch(known, member)) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action: 'objection:raise', organisation: known.path, member, at: now });
  if (!permission.ok) return permission;
  const hash = bodyHash([branchId, period, caller.personId, body]);
  const same = await deps.acts.find(body.actId);
  if (same) return answered(deps, same, hash);
  const record = (await foldActs(deps, branchId, period)) ?? known;
  const act = actOf(asked, { hash, enteredAt: deps.realNow() });
  const judged = await judge(deps, record, act);
  if (judged.ok) return recordAndFold(deps, asked, record, act);
  const meanwhile = await deps.acts.find(body.actId);
  return meanwhile ? answered(deps, meanwhile, hash) : judged;
}

async function recordAndFold(
  deps: CoreDeps,
  { branchId, period, audit }: RaiseObjection,
  record: BranchMonthRecord,
  act: Act,
): Promise<Result<Act, DecisionRefusal>> {
  const target = `${record._id}/${act.round}/${act.memberId}`;
  const audited = audit({ target, role: 'member', organisation: record.path, details: { actId: act._id } });
  const inserted = await deps.acts.insert(act, [audited, event('fold', act._id, act.enteredAt, { branchId, period })]);
  if (inserted.outcome === 'repeated') return answered(deps, inserted.act, act.bodyHash);
  if (inserted.outcome === 'taken') {
    return refuse({ code: 'decided-by-another', actId: inserted.act._id, by: act.by.memberId ?? act.by.personId, at: inserted.act.at });
  }
  return answered(deps, act, act.bodyHash);
}

/** What keeps an objection from being folded now is left to the relay: it is recorded. */
async function answered(deps: CoreDeps, act: Act, hash: string): Promise<Result<Act, DecisionRefusal>> {
  if (act.bodyHash !== hash) return refuse({ code: 'different-body', actId: act._id });
  await foldActs(deps, act.branchId, act.period).catch(deps.nudge);
  deps.nudge();
  return ok((await deps.acts.find(act._id)) ?? act);
}

const isOfBranch = ({ state }: BranchMonthRecord, memberId: string) =>
  state.participants.some((participant) => participant.memberId === memberId) || state.votersNotScored.some((voter) => voter === memberId);

function actOf({ branchId, period, caller, now, body }: RaiseObjection, { hash, enteredAt }: { hash: string; enteredAt: number }): Act {
  const { actId, round, memberId, component, statement } = body;
  const raisedBy = caller.memberId ?? caller.personId ?? caller.service;
  return {
    _id: actId,
    kind: 'object',
    branchId,
    period,
    round,
    memberId,
    businessKey: `${branchId}/${period}/objection-raised/${round}/${memberId}.${component}.${raisedBy}`,
    live: true,
    unfolded: true,
    status: 'effective',
    by: { personId: caller.personId ?? caller.service, memberId: caller.memberId, service: caller.service, role: 'member' },
    at: now,
    enteredAt,
    bodyHash: hash,
    content: { kind: 'object', memberId, component, statement },
  };
}
