import { clockChangedMessage, deadlinesChangedRequest, scoringInternals } from '@jifen/contracts';
import {
  type AuditAppender,
  ask,
  type Connection,
  createRelay,
  type HttpClient,
  type Logger,
  type PendingEvent,
  type Relay,
} from '@jifen/service-kit';
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
  const answer = await sent(scoring, event);
  if (!answer.ok) throw new Error(`scoring refused ${event.type}: ${answer.refusal.code}`);
}

function sent(scoring: HttpClient, { id, type, payload }: PendingEvent) {
  switch (type) {
    case 'clock-changed':
      return ask(scoring, scoringInternals.clockChanged, { body: clockChangedMessage.parse(payload), idempotencyKey: id });
    case 'deadlines-changed':
      return ask(scoring, scoringInternals.deadlinesChanged, { body: deadlinesChangedRequest.parse(payload), idempotencyKey: id });
    default:
      throw new Error(`nobody is told of ${type}`);
  }
}
