import { condition, ParentClosePolicy, startChild } from '@temporalio/workflow';

const longMs = 30 * 86_400_000;

/** Only the shape of a county's month: a parent for each branch, a child for each member, one timer each. */
export async function bareParent({ id, children }: { id: string; children: number }): Promise<void> {
  for (let n = 1; n <= children; n += 1)
    await startChild(bareChild, { workflowId: `${id}/${n}`, parentClosePolicy: ParentClosePolicy.ABANDON });
  await condition(() => false, longMs);
}

export async function bareChild(): Promise<void> {
  await condition(() => false, longMs);
}
