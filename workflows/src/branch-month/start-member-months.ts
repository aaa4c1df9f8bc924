import { type BranchMonthInput, type MemberMonthInput, processIds, queues, workflowTypes } from '@jifen/contracts';
import { startOnce } from '../keeping/start-once.ts';

export async function startMemberMonths(input: BranchMonthInput): Promise<void> {
  const start = (memberId: string) =>
    startOnce({
      type: workflowTypes.memberMonth,
      workflowId: processIds.memberMonth(memberId, input.period),
      taskQueue: queues.member,
      input: memberInput(input, memberId),
    });
  await Promise.all(input.memberIds.map(start));
}

function memberInput(
  { branchId, period, clock, applicationDueAt, applications = [], memberWaits = [] }: BranchMonthInput,
  memberId: string,
): MemberMonthInput {
  const waits = memberWaits.filter((wait) => wait.memberId === memberId);
  const own = waits.find(({ step }) => step === 'application')?.dueAt;
  const known = applications.find((application) => application.memberId === memberId);
  const application = known && { application: { actId: known.actId, at: known.at, late: known.late } };
  return {
    memberId,
    branchId,
    period,
    applicationDueAt: own ?? applicationDueAt,
    clock,
    ...(own === undefined && waits.length === 0 ? {} : { waits }),
    ...application,
  };
}
