import { actId as actIdOf, ok, type Result, refuse } from '@jifen/domain';
import { permitted } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import { asMember } from '../month-acts/permissions.ts';
import { type RecordPorts, recordAct } from '../recording/record-act.ts';
import { type ApplicationRefusal, type Asking, keyAbout, monthOf, participantOf } from './application.ts';

/** `actId` is the confirmation's own id, `applicationId` the entry that the member has read. */
export type ConfirmEntry = Asking & { actId: string; applicationId: string };

/** 确认代填内容: the members themselves say that what was entered on their behalf is what they said. */
export function confirmEntry(ports: RecordPorts, asking: ConfirmEntry): Promise<Result<Act, ApplicationRefusal>> {
  const { memberId, caller, now, actId, applicationId } = asking;
  const content = { kind: 'confirm-entry', applicationId } as const;
  return recordAct<ApplicationRefusal>(ports, {
    ...asking,
    subject: monthOf(asking),
    kind: 'confirm-entry',
    sent: [memberId, actId, applicationId],
    permit(record) {
      if (!participantOf(record, memberId)) return refuse({ code: 'not-found' });
      const permission = permitted({ caller, action: 'application:confirm', organisation: record.path, member: memberId, at: now });
      return permission.ok ? ok(asMember(caller)) : permission;
    },
    say: () => ok({ round: 1, memberId, businessKey: keyAbout(asking, content), content }),
    taken: () => ({ code: 'nothing-to-confirm', actId: actIdOf(applicationId) }),
  });
}
