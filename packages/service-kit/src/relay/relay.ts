import type { Connection } from 'mongoose';
import type { AuditRecord } from '../audit/audit-record.ts';
import type { Logger } from '../log/logger.ts';
import { createBackgroundLoop } from '../process/background-loop.ts';
import { createLease } from '../store/lease.ts';
import { createBackOff, type Delivering, deliverInOrder } from './deliver-in-order.ts';
import { type Carrier, createPendingStore, type Delivered, type PendingStore } from './pending.store.mongo.ts';
import type { PendingEvent } from './pending-index.ts';

export type RelayOptions = Delivering & {
  name: string;
  connection: Connection;
  /** The collection whose documents carry an outbox (`pending[]`). */
  collection: string;
  /** Types of which no copy is kept after delivery, because their effect is recorded elsewhere. */
  uncopied?: readonly string[];
  /** Documents in one round. Default 50. */
  batch?: number;
  /** Pause between rounds. Default 1000. */
  intervalMs?: number;
  /** Default 10000. */
  leaseMs?: number;
  logger: Logger;
};

/** Thrown by `deliver` when it is only too early: the event stays pending without a warning, for `waitMs` if that is known. */
export class DeliverLater extends Error {
  override readonly name = 'DeliverLater';
  readonly waitMs: number | undefined;
  constructor(message: string, waitMs?: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

export type Relay = {
  name: string;
  /** Builds its indexes, then works in the background. */
  start(): Promise<void>;
  /** Wakes the relay: it starts a round now. Called after a write. */
  wake(): void;
  /** The same, and resolves when the pending events were delivered or have failed. */
  nextRound(): Promise<void>;
  /** One round, for tests and commands: how many events were delivered. */
  runOnce(): Promise<number>;
  stop(): Promise<void>;
};

const atTheSameTime = 8;
const recordsAhead = 200;
const restMs = 100;

/** When more events wait than a round delivers, audit records of later documents go first: an old one blocks all writes. */
async function chainAhead(store: PendingStore, { audit, name, logger }: RelayOptions, carriers: readonly Carrier[]): Promise<void> {
  if (!audit) return;
  const inHand = carriers.map(({ _id }) => _id);
  const isRecord = (event: PendingEvent): event is PendingEvent<AuditRecord> => event.type === 'audit';
  try {
    const others = await store.nextRecords(recordsAhead, inHand);
    const found = others.map(({ _id, pending }) => ({ documentId: _id, delivered: pending.filter(isRecord), copied: [] }));
    await Promise.all(found.flatMap(({ delivered }) => delivered.map(({ payload }) => audit(payload))));
    await store.settle(found);
  } catch (err) {
    logger.warn({ relay: name, err }, 'not chained ahead');
  }
}

export function createRelay(options: RelayOptions): Relay {
  const { name, connection, collection, batch = 50, intervalMs = 1000, leaseMs = 10_000, logger } = options;
  const store = createPendingStore(connection, collection);
  const lease = createLease({ connection, name: `relay/${name}`, leaseMs });
  const backOff = createBackOff();
  /** Audit records need no copy: the audit chain keeps them. */
  const isCopied = ({ type }: PendingEvent) => (options.audit ? type !== 'audit' : true) && !options.uncopied?.includes(type);

  const deliverFrom = async (carrier: Carrier): Promise<Delivered[]> => {
    if (!(await lease.acquire())) return [];
    if (carrier.unreadable) {
      logger.error({ relay: name, err: carrier.unreadable, waitMs: backOff.failed(carrier._id) }, 'unreadable');
      return [];
    }
    const source = { collection, documentId: carrier._id };
    const { delivered, failure } = await deliverInOrder(carrier.pending, options, source);
    if (failure) {
      const later = failure.error instanceof DeliverLater ? failure.error : undefined;
      const waitMs = backOff.failed(carrier._id, later?.waitMs);
      logger[later ? 'debug' : 'warn'](
        { relay: name, documentId: carrier._id, eventType: failure.event.type, err: failure.error, waitMs },
        'not delivered',
      );
    } else {
      backOff.succeeded(carrier._id);
    }
    return [{ documentId: carrier._id, delivered, copied: delivered.filter(isCopied) }];
  };

  const runRound = async (): Promise<{ delivered: number; full: boolean }> => {
    if (!(await lease.acquire())) return { delivered: 0, full: false };
    const carriers = await store.next(batch, backOff.waiting());
    const deliveries: Delivered[] = [];
    const queue = carriers.values();
    const worker = async () => {
      for (const carrier of queue) deliveries.push(...(await deliverFrom(carrier)));
    };
    const ahead = carriers.length < batch ? [] : chainAhead(store, options, carriers);
    await Promise.all([...Array.from({ length: atTheSameTime }, worker), ahead]);
    await store.settle(deliveries);
    const delivered = deliveries.reduce((sum, { delivered: { length } }) => sum + length, 0);
    return { delivered, full: carriers.length === batch && delivered > 0 };
  };

  const round = async () => ((await runRound()).full ? 'more' : 'idle');
  const loop = createBackgroundLoop({ name: `relay/${name}`, round, intervalMs, restMs, logger });
  return {
    name,
    async start() {
      await store.ensureIndexes();
      loop.start();
    },
    wake: loop.wake,
    nextRound: loop.nextRound,
    runOnce: async () => (await runRound()).delivered,
    async stop() {
      await loop.stop();
      await lease.release();
    },
  };
}
