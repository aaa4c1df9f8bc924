import { clockChangedMessage, deadlinesChangedRequest } from '@jifen/contracts';
import {
  type AuditAppender,
  type Connection,
  createRelay,
  type HttpClient,
  type Logger,
  type PendingEvent,
  type Relay,
} from '@jifen/service-kit';
import { z } from 'zod';
import { eventCollections } from './stores.ts';

type RelayDeps = { connection: Connection; scoring: HttpClient; appender: AuditAppender; logger: Logger };

/** One relay to a collection; what member has to tell goes to scoring alone. */
export function createRelays({ connection, scoring, appender, logger }: RelayDeps): Relay[] {
  return eventCollections.map((collection) =>
    createRelay({
      name: collection,
      connection,
      collection,
      logger,
      audit: appender.append,
      deliver: (event) => tellScoring(scoring, event),
    }),
  );
}

async function tellScoring(scoring: HttpClient, event: PendingEvent): Promise<void> {
  const { path, body } = messageOf(event);
  const answer = await scoring.request({ method: 'post', path, body, idempotencyKey: event.id, response: z.unknown() });
  if (!answer.ok) throw new Error(`scoring refused ${event.type}: ${answer.refusal.code}`);
}

function messageOf({ type, payload }: PendingEvent): { path: string; body: unknown } {
  switch (type) {
    case 'clock-changed':
      return { path: '/internal/clock-changed', body: clockChangedMessage.parse(payload) };
    case 'deadlines-changed':
      return { path: '/internal/deadlines-changed', body: deadlinesChangedRequest.parse(payload) };
    default:
      throw new Error(`nobody is told of ${type}`);
  }
}
