import {
  backlogOf,
  connectMongo,
  createAuditAppender,
  createClock,
  createHttpClient,
  createLogger,
  createProcessGauge,
  createReadiness,
  createServiceTokens,
  identifyByToken,
  keyFor,
  loadConfig,
  operationsRoute,
  refuseUnlessFit,
  runService,
} from '@jifen/service-kit';
import { buildScoringApp } from './app.ts';
import { assemble, ensureStoreIndexes, mongoStores } from './assembly.ts';
import { scoringConfig } from './config.ts';
import { fetchClock } from './deadlines/member.http.ts';
import { temporalProcesses } from './processes/temporal-processes.ts';
import { eventCollections } from './relays.ts';

const config = loadConfig(scoringConfig);
const gauge = createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) });
const { MONGO_URL, MEMBER_URL, NOTIFICATION_URL, SERVICE_SECRET_FILE, AUDIT_KEY_FILE } = config;
const logger = createLogger(config.SERVICE_NAME, config.LOG_LEVEL);
const unfit = refuseUnlessFit(config.JIFEN_PROFILE, {
  host: config.HOST,
  urls: { MONGO_URL, MEMBER_URL, NOTIFICATION_URL },
  secrets: { SERVICE_SECRET_FILE, AUDIT_KEY_FILE },
});
if (unfit.length > 0) throw new Error(unfit.join(' '));

const connection = await connectMongo(MONGO_URL, config.MONGO_DB);
const stores = mongoStores(connection);
await ensureStoreIndexes(stores);
const tokens = createServiceTokens({ memberUrl: MEMBER_URL, service: config.SERVICE_NAME, secret: SERVICE_SECRET_FILE });
const member = createHttpClient({ baseUrl: MEMBER_URL, tokens });
const notification = createHttpClient({ baseUrl: NOTIFICATION_URL, tokens });
const clock = await createClock({ fetchClock: () => fetchClock(member) });
const processes = temporalProcesses({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE });
const appender = createAuditAppender({ connection, key: keyFor('audit', AUDIT_KEY_FILE), collections: eventCollections, logger });
const parts = { connection, stores, clock, processes, member, notification, appender, logger };
const { deps, relays, reconciler } = assemble({ ...parts, opensMonthsOf: config.OPENS_MONTHS_OF });

await appender.start();
for (const relay of relays) await relay.start();
reconciler.start();

const ready = createReadiness([
  { name: 'store', check: async () => connection.db?.command({ ping: 1 }) },
  { name: 'temporal', check: processes.check, onlyDegrades: true },
]);
const operations = operationsRoute({
  gauge,
  ready,
  figures: {
    relays: backlogOf(connection, eventCollections),
    auditOldestMs: appender.oldestUnchainedMs,
    temporal: processes.observe,
  },
});
const app = buildScoringApp({ deps, operations, identity: identifyByToken(config.TOKEN_PUBLIC_KEY_FILE), audit: appender, ready, logger });
await runService({
  app,
  port: config.PORT,
  host: config.HOST,
  ready,
  logger,
  close: [
    { name: 'gauge', close: async () => gauge.stop() },
    { name: 'clock', close: async () => clock.stop() },
    ...relays.map((relay, n) => ({ name: `relay ${eventCollections[n]}`, close: relay.stop })),
    { name: 'reconciler', close: reconciler.stop },
    { name: 'processes', close: processes.close },
    { name: 'audit', close: appender.stop },
    { name: 'store', close: () => connection.close() },
  ],
});
