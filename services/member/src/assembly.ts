import { setTimeout as delay } from 'node:timers/promises';
import { cardsUpdate, clockChangedMessage, deadlinesChangedRequest, scoringInternals } from '@jifen/contracts';
import { defaultCountySettings } from '@jifen/domain';
import {
  ask,
  type BusinessClock,
  createHttpClient,
  createRelay,
  createTokenSigner,
  fieldCipher,
  type Ground,
  type HttpClient,
  keyFor,
  type PendingEvent,
} from '@jifen/service-kit';
import type { z } from 'zod';
import { argon2Passwords } from './accounts/password.ts';
import { createCardDelivery } from './cards/deliver-cards.ts';
import type { MemberConfig } from './config.ts';
import type { MemberDeps } from './routes.ts';
import { eventCollections, type MemberStores } from './stores.ts';

type Parts = Ground & { config: MemberConfig; stores: MemberStores; clock: BusinessClock; decoyHash: string };

/** How long whoever moves business time waits for the others to hear of it. */
const tellClockMs = 3000;

/** Puts the real parts together: what the routes need, and what works in the background. */
export function assemble({ config, connection, stores, clock, audit, decoyHash, logger }: Parts) {
  const sign = createTokenSigner(config.TOKEN_KEY_FILE);
  const tokens = { token: () => sign({ service: 'member', grants: [] }) };
  // Hearing of a moved clock, scoring tells every open process before it answers.
  const scoring = createHttpClient({ baseUrl: config.SCORING_URL, tokens, timeoutMs: 60_000 });
  const put = async (cards: z.input<typeof cardsUpdate>) => {
    const answer = await ask(scoring, scoringInternals.keepCards, { body: cardsUpdate.parse(cards) });
    if (!answer.ok) throw new Error(`scoring refused the cards: ${answer.refusal.code}`);
  };
  const cards = createCardDelivery({ ...stores, receiver: { put } }, logger);
  const tell = (event: PendingEvent) => tellScoring(scoring, event);
  const relays = eventCollections.map((collection) =>
    createRelay({ name: collection, connection, collection, logger, audit: audit.append, deliver: tell }),
  );
  const deps: MemberDeps = {
    ...stores,
    profile: config.JIFEN_PROFILE,
    passwords: argon2Passwords,
    decoyHash,
    settings: defaultCountySettings,
    seals: { cipher: fieldCipher(config.FIELD_KEY_FILE), indexKey: keyFor('blind index', config.BLIND_INDEX_KEY_FILE) },
    secrets: new Map(Object.entries(config.SERVICE_SECRETS_FILE)),
    speakForPersons: new Set(config.JIFEN_PROFILE === 'demo' ? ['console', 'seed'] : ['console']),
    sign,
    realNow: Date.now,
    refreshClock: clock.refresh,
    deliverCards: cards.deliverNow,
    async tellClock() {
      await Promise.race([Promise.all(relays.map((relay) => relay.nextRound())), delay(tellClockMs, undefined, { ref: false })]);
    },
    afterWrite() {
      cards.wake();
      for (const relay of relays) relay.wake();
    },
  };
  return { deps, cards, relays };
}

/** What member has to tell goes to scoring alone. */
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
