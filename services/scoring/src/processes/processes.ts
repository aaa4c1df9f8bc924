import {
  type BranchMonthInput,
  type CountyMonthInput,
  type clock as clockSchema,
  type DeadlinesChangedMessage,
  type DecideMessage,
  type MemberMonthInput,
  messages,
  type monthState,
  type PublicationInput,
  processIds,
  type WithdrawnMessage,
} from '@jifen/contracts';
import type { z } from 'zod';

type ClockShape = z.infer<typeof clockSchema>;
export type MonthState = z.infer<typeof monthState>;

/** What became of a decision that was sent: `not-yet` (also where its process is not there) and `unreachable` stay pending and are sent again. */
export type Delivery =
  | { outcome: 'effective' }
  | { outcome: 'refused'; code: string }
  | { outcome: 'not-yet' }
  | { outcome: 'unreachable' };

export type ProcessSignal = { workflowId: string; name: string; payload: unknown };

/** `present`: it runs, or has ended well; what has ended well never runs twice. */
export type Started = 'started' | 'present';

/** The durable processes, as scoring speaks to them. */
export type Processes = {
  /** Its members and its publication are started by it. */
  startBranchMonth(input: BranchMonthInput): Promise<Started>;
  startMemberMonth(input: MemberMonthInput): Promise<Started>;
  startPublication(input: PublicationInput): Promise<Started>;
  startCountyMonth(input: CountyMonthInput): Promise<Started>;
  /** Those that neither run nor have ended well. Rejects when Temporal cannot be reached, or does not know its namespace. */
  missing(workflowIds: readonly string[]): Promise<string[]>;
  /** Waits at most `waitMs` for the process to get there and to answer; past it the delivery is `not-yet` or `unreachable`. */
  decide(workflowId: string, message: DecideMessage, waitMs: number): Promise<Delivery>;
  /** Rejects only when Temporal cannot be reached. */
  signal(signal: ProcessSignal): Promise<'delivered' | 'no-such-process'>;
  check(): Promise<void>;
};

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
  projected: (branchId: string, period: string, actId: string): ProcessSignal => ({
    workflowId: processIds.branchMonth(branchId, period),
    name: messages.projected,
    payload: { actId },
  }),
  objectionRaised: (branchId: string, period: string, round: number, payload: { actId: string; at: number }): ProcessSignal => ({
    workflowId: processIds.publication(branchId, period, round),
    name: messages.objectionRaised,
    payload,
  }),
  deadlinesChanged: (workflowId: string, payload: DeadlinesChangedMessage): ProcessSignal => ({
    workflowId,
    name: messages.deadlinesChanged,
    payload,
  }),
  clockChanged: (workflowId: string, clock: ClockShape): ProcessSignal => ({
    workflowId,
    name: messages.clockChanged,
    payload: { clock },
  }),
};
