import { actId as actIdOf, ok, type Result, refuse } from '@jifen/domain';
import { permitted } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import { asMember } from '../month-acts/permissions.ts';
import { type RecordPorts, recordAct } from '../recording/record-act.ts';
import { type ApplicationRefusal, type Asking, applicationKey, keyAbout, monthOf, participantOf } from './application.ts';

/** `actId` is the withdrawal's own id. */
export type WithdrawApplication = Asking & { actId: string };

/** 撤回修改: possible until the recorder has registered; the member may then apply anew. */
export function withdrawApplication(ports: RecordPorts, asking: WithdrawApplication): Promise<Result<Act, ApplicationRefusal>> {
  const { memberId, caller, now, actId } = asking;
  const nothing: ApplicationRefusal = { code: 'nothing-to-withdraw', actId: actIdOf(actId) };
  return recordAct<ApplicationRefusal>(ports, {
    ...asking,
    subject: monthOf(asking),
    kind: 'withdraw-application',
    sent: [memberId, actId],
    permit(record) {
      if (!participantOf(record, memberId)) return refuse({ code: 'not-found' });
      const action = caller.memberId === memberId ? 'application:withdraw' : 'application:submit-on-behalf';
      const permission = permitted({ caller, action, organisation: record.path, member: memberId, at: now });
      return permission.ok ? ok(asMember(caller)) : permission;
    },
    async say() {
      const application = await ports.acts.findLive(applicationKey(asking));
      if (!application) return refuse(nothing);
      const content = { kind: 'withdraw-application', applicationId: application._id } as const;
      return ok({ round: 1, memberId, businessKey: keyAbout(asking, content), content });
    },
    taken: () => nothing,
  });
}
