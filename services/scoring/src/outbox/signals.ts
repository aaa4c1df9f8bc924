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

export const signals = {
  applied: (memberId: string, period: string, payload: { actId: string; at: number }): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name: messages.applied,
    payload,
  }),
  applicationWithdrawn: (memberId: string, period: string, payload: WithdrawnMessage): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name: messages.applicationWithdrawn,
    payload,
  }),
  settled: (memberId: string, period: string, round: number): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name: messages.settled,
    payload: { round },
  }),
  left: (memberId: string, period: string): ProcessSignal => ({
    workflowId: processIds.memberMonth(memberId, period),
    name: messages.left,
    payload: undefined,
  }),
  projected: (branchId: string, period: string, payload: ProjectedMessage): ProcessSignal => ({
    workflowId: processIds.branchMonth(branchId, period),
    name: messages.projected,
    payload,
  }),
  deadlinesChanged: (workflowId: string, payload: DeadlinesChangedMessage): ProcessSignal => ({
    workflowId,
    name: messages.deadlinesChanged,
    payload,
  }),
  clockChanged: (workflowId: string, clock: Clock): ProcessSignal => ({
    workflowId,
    name: messages.clockChanged,
    payload: { clock },
  }),
};
