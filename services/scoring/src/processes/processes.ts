import type { BranchMonthInput, CountyMonthInput, DecideMessage, MemberMonthInput, PublicationInput } from '@jifen/contracts';
import type { ProcessSignal } from '../outbox/signals.ts';

/** What became of a decision that was sent: `not-yet` (also where its process is not there) and `unreachable` stay pending and are sent again. */
export type Delivery =
  | { outcome: 'effective' }
  | { outcome: 'refused'; code: string }
  | { outcome: 'not-yet' }
  | { outcome: 'unreachable' };

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
