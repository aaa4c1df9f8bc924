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
  foldedAnswer,
  noCalendar,
  participantOf,
  recordedEvents,
  refusedUnlessRecorded,
} from './application.ts';

/** `actId` is the confirmation's own id, `applicationId` the entry that the member has read. */
export type ConfirmEntry = Asking & { actId: string; applicationId: string };

/** 确认代填内容: the member says himself that what was entered on his behalf is what he said. */
export async function confirmEntry(ports: ApplicationPorts, asking: ConfirmEntry): Promise<Result<ActAnswer, ApplicationRefusal>> {
  const { branchId, period, memberId, caller, now, actId, applicationId } = asking;
  const record = await ports.months.find(branchId, period);
  if (!record || !participantOf(record, memberId)) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action: 'application:confirm', organisation: record.path, member: memberId, at: now });
  if (!permission.ok) return permission;
  const hash = bodyHash([branchId, period, memberId, actId, applicationId]);
  const same = await ports.acts.find(actId);
  if (same) return answerRepeated(same, hash);
  const sent = { actId, bodyHash: hash, enteredAt: ports.realNow() };
  const act = actAbout({ kind: 'confirm-entry', applicationId }, asking, sent);
  const taken = take(record.state, decisionOf(record, act, noCalendar), now);
  if (!taken.ok) return refusedUnlessRecorded(ports, { actId, hash }, taken);
  const inserted = await ports.acts.insert(act, recordedEvents(asking.audit, record.path, act));
  if (inserted.outcome === 'repeated') return answerRepeated(inserted.act, hash);
  return inserted.outcome === 'taken'
    ? refuse({ code: 'nothing-to-confirm', actId: actIdOf(applicationId) })
    : foldedAnswer(ports, record, act);
}
