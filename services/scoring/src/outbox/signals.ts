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

const told =
  <Payload>(name: string) =>
  (workflowId: string, payload: Payload): ProcessSignal => ({ workflowId, name, payload });

const toldMember =
  <Payload>(name: string) =>
  (memberId: string, period: string, payload: Payload): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name,
    payload,
  });

export const signals = {
  applied: toldMember<{ actId: string; at: number }>(messages.applied),
  applicationWithdrawn: toldMember<WithdrawnMessage>(messages.applicationWithdrawn),
  settled: toldMember<{ round: number }>(messages.settled),
  left: toldMember<void>(messages.left),
  projected: (branchId: string, period: string, payload: ProjectedMessage) =>
    told(messages.projected)(processIds.branchMonth(branchId, period), payload),
  deadlinesChanged: told<DeadlinesChangedMessage>(messages.deadlinesChanged),
  clockChanged: told<{ clock: Clock }>(messages.clockChanged),
};
