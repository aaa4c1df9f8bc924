import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';

/** A branch's process continues as new before its history reaches 4,000 events. */
const historyLimit = 3_500;
/** A member's process never has more than 40 events in one run. */
export const memberHistoryLimit = 28;

/** A lower limit may be given to one process by its memo: a history of thousands of events is too long for a test. */
export function historyIsFull(limit = historyLimit): boolean {
  const { historyLength, continueAsNewSuggested, memo } = workflowInfo();
  return historyLength >= Number(memo?.historyLimit ?? limit) || continueAsNewSuggested;
}

/** No decision may be cut off in the middle by the end of a run. */
export const handlersFinished = (): Promise<void> => condition(allHandlersFinished);
