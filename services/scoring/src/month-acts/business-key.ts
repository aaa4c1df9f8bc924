import type { DecisionContent } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

const steps: Record<DecisionContent['kind'], string> = {
  register: 'registration',
  review: 'review',
  'review-own-line': 'review',
  'record-meeting': 'meeting',
  post: 'posting',
  'answer-objection': 'objection',
  file: 'filing',
  receive: 'receipt',
  return: 'return',
  withdraw: 'withdrawal',
};

/** `branch/period/step/round/part`: what may be decided only once. */
export function businessKeyOf(record: BranchMonthRecord, round: number, content: DecisionContent): string {
  return [record._id, steps[content.kind], round, partOf(record, round, content)].join('/');
}

function partOf({ state }: BranchMonthRecord, round: number, content: DecisionContent): string | number {
  const decided = state.rounds.find((one) => one.round === round);
  switch (content.kind) {
    case 'register':
      return lateRegistration(decided, content.lines);
    case 'review-own-line':
      return content.memberId;
    case 'record-meeting':
      return (decided?.meetings.length ?? 0) + 1;
    case 'answer-objection':
      return content.objectionId;
    case 'withdraw':
      return content.actId;
    default:
      return '';
  }
}

/** Before the review late applications are registered one by one, beside the registration of the list. */
function lateRegistration(round: BranchMonthRecord['state']['rounds'][number] | undefined, lines: readonly { memberId: string }[]): string {
  if (round?.status !== 'reviewing') return '';
  return lines
    .map((line) => line.memberId)
    .sort()
    .join('+');
}
