import type { ObjectionBody } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import { type AccessRefusal, permitted } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { asMember } from '../month-acts/permissions.ts';
import { type Asked, type RecordPorts, recordAct } from '../recording/record-act.ts';
import type { MonthRefusal } from '../recording/subject-row.ts';

export type RaiseObjection = Asked & { branchId: string; period: string; body: ObjectionBody };

/** During publicity a member of the branch objects to a line of the list; one for each person, line and component. */
export function raiseObjection(
  ports: RecordPorts,
  { branchId, period, body, ...asked }: RaiseObjection,
): Promise<Result<Act, AccessRefusal | MonthRefusal>> {
  const { caller, now } = asked;
  const { actId, round, memberId, component, statement } = body;
  const raisedBy = caller.memberId ?? caller.personId ?? caller.service;
  return recordAct(ports, {
    ...asked,
    subject: { kind: 'proceeding', branchId, period },
    actId,
    kind: 'object',
    sent: [caller.personId, body],
    permit(record) {
      const member = caller.memberId;
      if (member === undefined || !isOfBranch(record, member)) return refuse({ code: 'not-found' });
      const permission = permitted({ caller, action: 'objection:raise', organisation: record.path, member, at: now });
      return permission.ok ? ok(asMember(caller)) : permission;
    },
    say: () =>
      ok({
        round,
        memberId,
        businessKey: `${branchId}/${period}/objection-raised/${round}/${memberId}.${component}.${raisedBy}`,
        content: { kind: 'object', memberId, component, statement },
      }),
  });
}

const isOfBranch = ({ state }: BranchMonthRecord, memberId: string) =>
  state.participants.some((participant) => participant.memberId === memberId) || state.votersNotScored.some((voter) => voter === memberId);
