import { type BranchMonthInput, type MemberMonthInput, type PublicationInput, processIds, queues, workflowTypes } from '@jifen/contracts';
import { condition, continueAsNew, getExternalWorkflowHandle, log, setHandler } from '@temporalio/workflow';
import { ofMonth } from '../keeping/ask-services.ts';
import { handlersFinished, historyIsFull } from '../keeping/history-limit.ts';
import { deadlinesChanged } from '../keeping/keeper.messages.ts';
import { Keeper } from '../keeping/keeper.ts';
import { startOnce } from '../keeping/start-once.ts';
import { projected, publicationEnded } from './branch-month.messages.ts';

/** A branch's month: application, registration, review and meeting, then one publication after the other until it is closed. */
export async function branchMonth(input: BranchMonthInput): Promise<void> {
  const { branchId, period, applicationDueAt } = input;
  const month = new Keeper({ ...input, subject: { branchId, period } }, ofMonth);
  setHandler(projected, (message) => month.hear(message));
  setHandler(publicationEnded, (message) => month.hear(message));
  const isClosed = () => month.state.process === undefined;
  const isPublic = () => month.state.process === 'publication';

  await startMemberMonths(input);
  while (!isClosed() && !historyIsFull()) {
    await month.keepUntil(() => isPublic() || isClosed() || historyIsFull());
    await condition(() => !isPublic() || !month.state.awaitingProjection || historyIsFull());
    if (!isPublic() || historyIsFull()) continue;
    const { state, clock } = month;
    await startPublication({ branchId, period, state, clock });
    await condition(() => !isPublic() || month.state.round > state.round || historyIsFull());
  }
  await handlersFinished();
  if (isClosed()) return;
  const { state, clock, reminded } = month;
  await continueAsNew<typeof branchMonth>({ branchId, period, memberIds: [], state, clock, applicationDueAt, resume: true, reminded });
}

async function startMemberMonths(input: BranchMonthInput): Promise<void> {
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

/** A round that is already being published, because the meeting was recorded again, goes on from where the month stands now. */
async function startPublication(input: PublicationInput): Promise<void> {
  const { branchId, period, state, clock } = input;
  const workflowId = processIds.publication(branchId, period, state.round);
  const outcome = await startOnce({ type: workflowTypes.publication, workflowId, taskQueue: queues.branch, input });
  if (outcome === 'started') return;
  const running = getExternalWorkflowHandle(workflowId);
  await running
    .signal(deadlinesChanged, { state, clock })
    .catch((error: unknown) => log.warn('this round has ended before', { workflowId, error }));
}
