import type { Connection } from 'mongoose';
import type { Logger } from '../log/logger.ts';
import type { PendingEvent } from './pending-event.ts';

/** The aggregate from which an event comes. */
export type EventSource = { collection: string; documentId: unknown };

export type RelayOptions = {
  name: string;
  connection: Connection;
  /** Collections whose documents carry `pending[]`. */
  collection: string;
  /** Must be idempotent: after a crash an event is delivered again. A rejection keeps it pending. */
  deliver: (event: PendingEvent, source: EventSource) => Promise<void>;
  /** Documents looked at in one round. Default 50. */
  batch?: number;
  /** Pause between rounds. Default 1000. */
  intervalMs?: number;
  /** Default 10000. */
  leaseMs?: number;
  logger: Logger;
};

export type Relay = {
  /** Builds its indexes, then works in the background. */
  start(): Promise<void>;
  /** Looks at once: called after a write. */
  nudge(): void;
  /** One round, for tests and commands: how many events were delivered. */
  runOnce(): Promise<number>;
  stop(): Promise<void>;
};

export function createRelay(_options: RelayOptions): Relay {
  throw new Error('createRelay is not built yet');
}
