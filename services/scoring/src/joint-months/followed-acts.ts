import { type DecisionKind, decisionKinds } from '@jifen/contracts';
import { followingId, isJointStep, jointOf } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { Act, ActContent, ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { attendanceOf, ofPeriod } from '../month-acts/domain-decision.ts';
import { event } from '../outbox/events.ts';

const followedKinds = decisionKinds.filter((kind) => kind === 'withdraw' || isJointStep(kind));
type Followed = Act & { content: Extract<ActContent, { kind: DecisionKind }> };

const isOfFollowedKind = (act: Act): act is Followed => followedKinds.some((kind) => kind === act.kind);

/** Whether an act of this month is one for all months that are evaluated with it. Of a withdrawal, what it withdraws decides. */
export function isFollowed({ period, state }: BranchMonthRecord, act: Act): act is Followed {
  const round = state.rounds.find((one) => one.round === act.round);
  const joint = round && jointOf(state, round);
  return joint?.closing === period && isOfFollowedKind(act);
}

/** An act of a closing month goes on to the months that are evaluated with it. */
export const propagatedBy = (record: BranchMonthRecord, act: Act): PendingEvent[] =>
  isFollowed(record, act) ? [event('follow', act._id, act.enteredAt, { actId: act._id })] : [];

/** The acts of a closing month that the others follow, in the order of their effect. */
export async function followedActs(acts: Pick<ActStore, 'ofMonth'>, closing: BranchMonthRecord): Promise<Followed[]> {
  const { branchId, period, actIds } = closing;
  const found = await acts.ofMonth({ branchId, period, kinds: followedKinds });
  const joint = found.flatMap((act) => (actIds.includes(act._id) && isFollowed(closing, act) ? [act] : []));
  const steps = new Set(joint.filter(({ kind }) => kind !== 'withdraw').map(({ _id }) => _id));
  return joint
    .filter(({ content }) => content.kind !== 'withdraw' || steps.has(content.actId))
    .sort((a, b) => actIds.indexOf(a._id) - actIds.indexOf(b._id));
}

/** How an act of the closing month is said in another month of its evaluation: by the same person, at the same time. */
export function followingAct(
  act: Followed,
  closing: BranchMonthRecord,
  month: Pick<BranchMonthRecord, '_id' | 'period' | 'rosterHash'>,
): Act {
  const { content } = act;
  const attendance = content.kind === 'record-meeting' ? { attendance: attendanceOf(closing, content) } : {};
  return {
    _id: followingId(act._id, month.period),
    kind: act.kind,
    subject: { ...act.subject, period: month.period },
    branchId: act.branchId,
    period: month.period,
    round: act.round,
    businessKey: act.businessKey.replace(closing._id, month._id),
    live: true,
    status: 'pending',
    by: act.by,
    at: act.at,
    enteredAt: act.enteredAt,
    bodyHash: act.bodyHash,
    rosterHash: month.rosterHash,
    content: contentFor(content, closing.period, month.period),
    ...(act.onBehalf ? { onBehalf: act.onBehalf } : {}),
    follows: { actId: act._id, period: closing.period, ...attendance },
  };
}

function contentFor(content: Followed['content'], closing: string, period: string): ActContent {
  if (content.kind === 'record-meeting') return ofPeriod(content, period, closing);
  return content.kind === 'withdraw' ? { ...content, actId: followingId(content.actId, period) } : content;
}
