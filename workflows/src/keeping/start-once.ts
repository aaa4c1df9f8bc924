import type { CountyMonthInput, MemberMonthInput, PublicationInput } from '@jifen/contracts';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';

type Input = MemberMonthInput | PublicationInput | CountyMonthInput;
export type Child = { type: string; workflowId: string; taskQueue: string; input: Input };

/** Starts a process that outlives its parent; one that runs, or has ended well, counts as started. */
export async function startOnce({ type, workflowId, taskQueue, input }: Child): Promise<'started' | 'already-started'> {
  try {
    await startChild(type, {
      workflowId,
      taskQueue,
      args: [input],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already-started';
    throw error;
  }
}
