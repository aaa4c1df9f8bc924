import {
  backlogOf,
  connectMongo,
  createAuditAppender,
  createClock,
  createLogger,
  createProcessGauge,
  createReadiness,
  identifyByToken,
  keyFor,
  loadConfig,
  operationsRoute,
  refuseUnlessFit,
  runService,
} from '@jifen/service-kit';
import { argon2Passwords } from './accounts/password.ts';
import { buildMemberApp } from './app.ts';
import { assemble } from './assembly.ts';
import { checkCalendar } from './calendar/check-calendar.ts';
import { seedCalendar } from './calendar/seed-calendar.ts';
import { ensureClock } from './clock/county-clock.ts';
import { firstClock } from './clock/first-clock.ts';
import { memberConfig } from './config.ts';
import { ensureStoreIndexes, eventCollections, mongoStores } from './stores.ts';

const config = loadConfig(memberConfig);
const gauge = createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) });
const logger = createLogger(config.SERVICE_NAME, config.LOG_LEVEL);
const unfit = refuseUnlessFit(config.JIFEN_PROFILE, {
  host: config.HOST,
  urls: { MONGO_URL: config.MONGO_URL, SCORING_URL: config.SCORING_URL },
  secrets: { AUDIT_KEY_FILE: config.AUDIT_KEY_FILE, BLIND_INDEX_KEY_FILE: config.BLIND_INDEX_KEY_FILE },
});
if (unfit.length > 0) throw new Error(unfit.join(' '));

const connection = await connectMongo(config.MONGO_URL, config.MONGO_DB);
const stores = mongoStores(connection);
await ensureStoreIndexes(stores);
await seedCalendar(stores.calendars);
const first = firstClock(config.JIFEN_PROFILE, { realNow: Date.now(), demoStart: config.DEMO_CLOCK_START });
const clock = await createClock({ fetchClock: () => ensureClock(stores.clocks, first) });
const key = keyFor('audit', config.AUDIT_KEY_FILE);
const appender = createAuditAppender({ connection, key, collections: eventCollections, logger });
const decoyHash = await argon2Passwords.hash(argon2Passwords.generate());
const { deps, cards, relays } = assemble({ config, connection, stores, clock, appender, passwords: argon2Passwords, decoyHash, logger });

await appender.start();
for (const relay of relays) await relay.start();
cards.start();

const ready = createReadiness([
  { name: 'store', check: () => stores.clocks.byIds(['county']) },
  { name: 'calendar', check: () => checkCalendar(stores.calendars, deps.settings, clock.now()), onlyDegrades: true },
]);
const operations = operationsRoute({
  gauge,
  ready,
  figures: { relays: backlogOf(connection, eventCollections), auditOldestMs: appender.oldestUnchainedMs },
});
const app = buildMemberApp({
  deps,
  operations,
  identity: identifyByToken(config.TOKEN_PUBLIC_KEY_FILE),
  audit: appender,
  ready,
  logger,
  now: clock.now,
});
await runService({
  app,
  port: config.PORT,
  host: config.HOST,
  ready,
  logger,
  close: [
    { name: 'gauge', close: async () => gauge.stop() },
    { name: 'clock', close: async () => clock.stop() },
    { name: 'cards', close: cards.stop },
    ...relays.map((relay, n) => ({ name: `relay ${eventCollections[n]}`, close: relay.stop })),
    { name: 'audit', close: appender.stop },
    { name: 'store', close: () => connection.close() },
  ],
});
