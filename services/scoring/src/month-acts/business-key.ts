import type { DecisionContent } from '@jifen/contracts';
import type { Round } from '@jifen/domain';
import { type DecisionRule, ruleOf } from '@jifen/domain/proceedings';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

/** `branch/period/step/round/part`: what may be decided only once. */
export function businessKeyOf(record: BranchMonthRecord, number: number, content: DecisionContent): string {
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
