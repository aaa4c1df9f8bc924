import type { AuditRecord } from '../audit/audit-record.ts';
import type { PendingEvent } from './pending-index.ts';

/** The aggregate from which an event comes. */
export type EventSource = { collection: string; documentId: unknown };

export type Delivering = {
  /** Must be idempotent: after a crash an event is delivered again. A rejection keeps it and the later events of its document pending. */
  deliver: (event: PendingEvent, source: EventSource) => Promise<void>;
  /** Takes the events of type `audit`, which do not wait for others. Without it they go to `deliver`. */
  audit?: ((record: AuditRecord) => Promise<void>) | undefined;
};

export type Delivery = { delivered: PendingEvent[]; failure?: { event: PendingEvent; error: unknown } };

/** Audit records first: an event that always fails must not keep them from the chain. */
export async function deliverInOrder(
  events: readonly PendingEvent[],
  { deliver, audit }: Delivering,
  source: EventSource,
): Promise<Delivery> {
  const isRecord = (event: PendingEvent): event is PendingEvent<AuditRecord> => audit !== undefined && event.type === 'audit';
  const records = await deliverEach(events.filter(isRecord), (event) => audit?.(event.payload) ?? Promise.resolve());
  const others = await deliverEach(
    events.filter((event) => !isRecord(event)),
    (event) => deliver(event, source),
  );
  const failure = others.failure ?? records.failure;
  return { delivered: [...records.delivered, ...others.delivered], ...(failure ? { failure } : {}) };
}

async function deliverEach<T extends PendingEvent>(events: readonly T[], deliver: (event: T) => Promise<void>): Promise<Delivery> {
  const delivered: PendingEvent[] = [];
  for (const event of events) {
    try {
      await deliver(event);
      delivered.push(event);
    } catch (error) {
      return { delivered, failure: { event, error } };
    }
  }
  return { delivered };
}

type Entry = { id: unknown; failures: number; until: number };
const firstMs = 1000;
const longestMs = 60_000;

/** Remembers which documents failed and how long to wait: 1 s, doubled each time, at most 60 s. */
export function createBackOff(now: () => number = Date.now, random: () => number = Math.random) {
  const entries = new Map<string, Entry>();
  return {
    /** Answers the wait in milliseconds; where one is asked for, the event has not failed, it is only too early. */
    failed(id: unknown, asked?: number): number {
      const failures = (entries.get(String(id))?.failures ?? 0) + (asked === undefined ? 1 : 0);
      const waitMs = asked ?? Math.round(Math.min(firstMs * 2 ** (failures - 1), longestMs) * (0.75 + random() / 2));
      entries.set(String(id), { id, failures, until: now() + waitMs });
      return waitMs;
    },
    succeeded(id: unknown) {
      entries.delete(String(id));
    },
    waiting: () => [...entries.values()].filter(({ until }) => until > now()).map(({ id }) => id),
  };
}
