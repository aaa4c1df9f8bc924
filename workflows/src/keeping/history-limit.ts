import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';

/** A branch's process continues as new before its history reaches 4,000 events. */
const historyLimit = 3_500;
/** A member's process never has more than 40 events in one run. */
export const memberHistoryLimit = 28;

export function historyIsFull(limit = historyLimit): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= limit || continueAsNewSuggested;
}

/** No decision may be cut off in the middle by the end of a run. */
export const handlersFinished = (): Promise<void> => condition(allHandlersFinished);
