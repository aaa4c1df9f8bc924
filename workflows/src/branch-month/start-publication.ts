import { type PublicationInput, processIds, queues, workflowTypes } from '@jifen/contracts';
import { getExternalWorkflowHandle, log } from '@temporalio/workflow';
import { deadlinesChanged } from '../keeping/keeper.messages.ts';
import { startOnce } from '../keeping/start-once.ts';

/** A round that is already being published, because the meeting was recorded again, goes on from where the month stands now. */
export async function startPublication(input: PublicationInput): Promise<void> {
  const { branchId, period, state, clock } = input;
  const workflowId = processIds.publication(branchId, period, state.round);
  const outcome = await startOnce({ type: workflowTypes.publication, workflowId, taskQueue: queues.branch, input });
  if (outcome === 'started') return;
  const running = getExternalWorkflowHandle(workflowId);
  await running
    .signal(deadlinesChanged, { state, clock })
    .catch((error: unknown) => log.warn('this round has ended before', { workflowId, error }));
}
