import { type BranchMonthInput, processIds, queues, workflowTypes } from '@jifen/contracts';
import { startOnce } from '../keeping/start-once.ts';

export async function startMemberMonths({ branchId, period, memberIds, clock, applicationDueAt }: BranchMonthInput): Promise<void> {
  const start = (memberId: string) =>
    startOnce({
      type: workflowTypes.memberMonth,
      workflowId: processIds.memberMonth(memberId, period),
      taskQueue: queues.member,
      input: { memberId, branchId, period, applicationDueAt, clock, applied: false },
    });
  await Promise.all(memberIds.map(start));
}
