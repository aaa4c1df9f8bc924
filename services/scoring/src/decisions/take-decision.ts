import type { DecisionBody } from '@jifen/contracts';
import { ok, type Result } from '@jifen/domain';
import type { AccessRefusal } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import { businessKeyOf } from '../month-acts/business-key.ts';
import { authorOf } from '../month-acts/permissions.ts';
import { type Asked, type RecordPorts, recordAct } from '../recording/record-act.ts';
import type { MonthRefusal } from '../recording/subject-row.ts';

export type TakeDecision = Asked & { branchId: string; period: string; body: DecisionBody };
export type DecisionRefusal = AccessRefusal | MonthRefusal;

/** Whoever holds the post that a step waits for decides it. Judged by the regulation, and of months evaluated together by all of them. */
export function takeDecision(
  ports: RecordPorts,
  { branchId, period, body, ...asked }: TakeDecision,
): Promise<Result<Act, DecisionRefusal>> {
  const { actId, round, rosterHash, content } = body;
  const { kind } = content;
  return recordAct(ports, {
    ...asked,
    subject: { kind: 'proceeding', branchId, period },
    actId,
    kind,
    sent: [asked.caller.personId, body],
    permit: (record) => authorOf({ caller: asked.caller, record, kind, at: asked.now }),
    say: (record) => ok({ round, rosterHash, content, businessKey: businessKeyOf(record, round, content), ...aboutWhom(content) }),
  });
}

const aboutWhom = (content: DecisionBody['content']) => ('memberId' in content ? { memberId: content.memberId } : {});
