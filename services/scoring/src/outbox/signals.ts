import {
  type Clock,
  type DeadlinesChangedMessage,
  messages,
  type ProjectedMessage,
  processIds,
  type WithdrawnMessage,
} from '@jifen/contracts';

/** What a durable process is told. */
export type ProcessSignal = { workflowId: string; name: string; payload: unknown };

const toProcess =
  <Payload>(name: string) =>
  (workflowId: string, payload: Payload): ProcessSignal => ({ workflowId, name, payload });

const toMember =
  <Payload>(name: string) =>
  (memberId: string, period: string, payload: Payload): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name,
    payload,
  });

export const signals = {
  applied: toMember<{ actId: string; at: number }>(messages.applied),
  applicationWithdrawn: toMember<WithdrawnMessage>(messages.applicationWithdrawn),
  settled: toMember<{ round: number }>(messages.settled),
  left: toMember<void>(messages.left),
  projected: (branchId: string, period: string, payload: ProjectedMessage) =>
    toProcess(messages.projected)(processIds.branchMonth(branchId, period), payload),
  deadlinesChanged: toProcess<DeadlinesChangedMessage>(messages.deadlinesChanged),
  clockChanged: toProcess<{ clock: Clock }>(messages.clockChanged),
};
