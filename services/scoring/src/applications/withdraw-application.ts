import type { ActAnswer } from '@jifen/contracts';
import { decide, type Result, refuse } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { decisionOf } from '../acts/domain-decision.ts';
import { permitted } from '../overview/access.ts';
import { signals } from '../processes/processes.ts';
import { event } from '../relays/events.ts';
import {
  type ApplicationPorts,
  type ApplicationRefusal,
  type Asking,
  answerRepeated,
  applicationKey,
  foldedAnswer,
  participantOf,
} from './application.ts';
import { bodyHash } from './body-hash.ts';

/** `actId` is the withdrawal's own id. */
export type WithdrawApplication = Asking & { actId: string };

/** 撤回修改: possible until the recorder has registered; the member may then apply anew. */
export async function withdrawApplication(
  ports: ApplicationPorts,
  asking: WithdrawApplication,
): Promise<Result<ActAnswer, ApplicationRefusal>> {
  const { branchId, period, memberId, caller, now, actId } = asking;
  const record = await ports.months.find(branchId, period);
  if (!record || !participantOf(record, memberId)) return refuse({ code: 'not-found' });
  const hash = bodyHash({ actId, memberId });
  const same = await ports.acts.find(actId);
  const application = same ?? (await ports.acts.findLive(applicationKey(asking)));
  const action = caller.memberId === memberId ? 'application:withdraw' : 'application:submit-on-behalf';
  const permission = permitted({ caller, action, organisation: record.path, member: memberId, at: now });
  if (!permission.ok) return permission;
  if (same) return answerRepeated(same, hash);
  if (!application) return refuse({ code: 'no-application', memberId });
  const act = actOf(asking, application, hash, ports.realNow());
  const decided = decide(record.state, decisionOf(record, act, { workingDay: true, deadlines: [] }), now);
  if (!decided.ok) return decided;
  const { enteredAt } = act;
  const inserted = await ports.acts.insert(act, [
    asking.audit,
    event('fold', actId, enteredAt, { branchId, period }),
    event('signal', `applicationWithdrawn/${actId}`, enteredAt, signals.applicationWithdrawn(memberId, period, { actId, at: now })),
  ]);
  if (inserted.outcome === 'repeated') return answerRepeated(inserted.act, hash);
  if (inserted.outcome === 'taken') return refuse({ code: 'no-application', memberId });
  return foldedAnswer(ports, act);
}

function actOf(
  { branchId, period, memberId, caller, now, actId }: WithdrawApplication,
  application: Act,
  hash: string,
  enteredAt: number,
): Act {
  return {
    _id: actId,
    kind: 'withdraw-application',
    branchId,
    period,
    round: 1,
    memberId,
    businessKey: `${branchId}/${period}/withdraw-application/1/${application._id}`,
    live: true,
    unfolded: true,
    status: 'effective',
    by: { personId: caller.personId ?? caller.service, memberId: caller.memberId, service: caller.service, role: 'member' },
    at: now,
    enteredAt,
    bodyHash: hash,
    content: { kind: 'withdraw-application', applicationId: application._id },
  };
}
