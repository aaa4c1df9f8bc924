import type { AuditRecord } from '../audit/audit-record.ts';
import type { PendingEvent } from './pending-event.ts';

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
