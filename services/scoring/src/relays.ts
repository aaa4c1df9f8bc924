import { type AuditAppender, type Connection, createRelay, type Logger, type Relay } from '@jifen/service-kit';
import { type EventHandlers, type EventPayloads, type EventType, eventCollections } from './outbox/events.ts';

type RelayDeps = { connection: Connection; appender: Pick<AuditAppender, 'append'>; logger: Logger; handlers: EventHandlers };

/** A process keeps what it was told in its history, an act what became of it: no third copy. */
const uncopied = ['signal', 'applied', 'fold', 'deliver-act'] as const satisfies EventType[];

/** One relay to a collection, so that acts on their way never wait for a month. */
export function createRelays({ connection, appender, logger, handlers }: RelayDeps): Relay[] {
  return eventCollections.map((collection) =>
    createRelay({
      name: collection,
      connection,
      collection,
      uncopied,
      logger,
      audit: appender.append,
      deliver: ({ type, payload }, { documentId }) => handle(handlers, type as EventType, payload, String(documentId)),
    }),
  );
}

/** Each type is handled by exactly one subject; an unknown one is a programmer's error and stays. */
export async function handle<T extends EventType>(handlers: EventHandlers, type: T, payload: unknown, documentId = ''): Promise<void> {
  const handler = handlers[type];
  if (!handler) throw new Error(`nobody handles ${type}`);
  await handler(payload as EventPayloads[T], { documentId });
}
