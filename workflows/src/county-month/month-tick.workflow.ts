import { countyPageSize, type MonthTickInput, processIds, queues, workflowTypes } from '@jifen/contracts';
import { localDateOf, periodOf } from '@jifen/domain';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';
import { startOnce } from '../keeping/start-once.ts';

const scheduledFor = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** Given by the Schedule: opens the month of the time it was scheduled for, however late it runs. */
export async function monthTick({ countyId }: MonthTickInput): Promise<{ period: string; outcome: 'started' | 'already-started' }> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const at = typedSearchAttributes.get(scheduledFor) ?? startTime;
  const period = periodOf(localDateOf(at.getTime()));
  const outcome = await startOnce({
    type: workflowTypes.countyMonth,
    workflowId: processIds.countyMonth(countyId, period),
    taskQueue: queues.member,
    input: { countyId, period, pageSize: countyPageSize },
  });
  return { period, outcome };
}
