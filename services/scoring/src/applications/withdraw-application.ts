import type { ActAnswer } from '@jifen/contracts';
import { actId as actIdOf, type Result, refuse } from '@jifen/domain';
import { permitted } from '../access/access.ts';
import { bodyHash } from '../acts/body-hash.ts';
import { decisionOf } from '../month-acts/domain-decision.ts';
import { take } from '../month-acts/evolve-record.ts';
import {
  type ApplicationPorts,
  type ApplicationRefusal,
  type Asking,
  actAbout,
  answerRepeated,
  applicationKey,
  foldedAnswer,
  noCalendar,
  participantOf,
  recordedEvents,
  refusedUnlessRecorded,
} from './application.ts';

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
  const hash = bodyHash([branchId, period, memberId, actId]);
  const action = caller.memberId === memberId ? 'application:withdraw' : 'application:submit-on-behalf';
  const permission = permitted({ caller, action, organisation: record.path, member: memberId, at: now });
  if (!permission.ok) return permission;
  const same = await ports.acts.find(actId);
  if (same) return answerRepeated(same, hash);
  const nothing = refuse({ code: 'nothing-to-withdraw' as const, actId: actIdOf(actId) });
  const application = await ports.acts.findLive(applicationKey(asking));
  if (!application) return refusedUnlessRecorded(ports, { actId, hash }, nothing);
  const sent = { actId, bodyHash: hash, enteredAt: ports.realNow() };
  const act = actAbout({ kind: 'withdraw-application', applicationId: application._id }, asking, sent);
  const taken = take(record.state, decisionOf(record, act, noCalendar), now);
  if (!taken.ok) return refusedUnlessRecorded(ports, { actId, hash }, taken);
  const inserted = await ports.acts.insert(act, recordedEvents(asking.audit, record.path, act));
  if (inserted.outcome === 'repeated') return answerRepeated(inserted.act, hash);
  return inserted.outcome === 'taken' ? nothing : foldedAnswer(ports, record, act);
}
