import type { DecisionBody, DecisionContent } from '@jifen/contracts';
import { ok, type Result, type Round, refuse } from '@jifen/domain';
import { type DecisionRule, ruleOf } from '@jifen/domain/proceedings';
import type { AccessRefusal } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { authorOf } from '../month-acts/permissions.ts';
import { type Asked, type RecordPorts, recordAct } from '../recording/record-act.ts';
import type { MonthRefusal } from '../recording/subject-row.ts';

export type TakeDecision = Asked & { branchId: string; period: string; body: DecisionBody };
type AttendanceRefusal = { code: 'attended-and-on-leave' | 'unknown-line'; memberId: string };
export type DecisionRefusal = AccessRefusal | MonthRefusal | AttendanceRefusal;

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
    say(record) {
      const attendance = wrongAttendance(record, content);
      if (attendance) return refuse(attendance);
      return ok({ round, rosterHash, content, businessKey: businessKeyOf(record, round, content), ...aboutWhom(content) });
    },
  });
}

/** Whoever attends is of the branch, and is marked once. */
function wrongAttendance({ state }: BranchMonthRecord, content: DecisionContent): AttendanceRefusal | undefined {
  if (content.kind !== 'record-meeting') return undefined;
  const marked = [...content.present, ...content.onLeave];
  const known = new Set<string>([...state.participants.map((one) => one.memberId), ...state.votersNotScored]);
  const [stranger] = marked.filter((memberId) => !known.has(memberId));
  if (stranger !== undefined) return { code: 'unknown-line', memberId: stranger };
  const twice = marked.find((memberId, index) => marked.indexOf(memberId) !== index);
  return twice === undefined ? undefined : { code: 'attended-and-on-leave', memberId: twice };
}

const aboutWhom = (content: DecisionBody['content']) => ('memberId' in content ? { memberId: content.memberId } : {});

/** `branch/period/step/round/part`: what may be decided only once. */
function businessKeyOf(record: BranchMonthRecord, number: number, content: DecisionContent): string {
  const round = record.state.rounds.find((one) => one.round === number);
  const { key, part } = ruleOf(content.kind, round?.status);
  return [record._id, key, number, partOf(part, content, round)].join('/');
}

function partOf(part: DecisionRule['part'], content: DecisionContent, round: Round | undefined): string | number {
  if (part === 'attempt') return (round?.meetings.length ?? 0) + 1;
  if (part === 'member' && 'memberId' in content) return content.memberId;
  if (part === 'objection' && 'objectionId' in content) return content.objectionId;
  if (part === 'act' && 'actId' in content) return content.actId;
  return part === 'members' && 'lines' in content ? membersOf(content.lines) : '';
}

/** Before the review late applications are registered one by one, beside the registration of the list. */
const membersOf = (lines: readonly { memberId: string }[]): string =>
  lines
    .map(({ memberId }) => memberId)
    .sort()
    .join('+');
