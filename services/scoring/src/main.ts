import { callerMayAnywhere } from '@jifen/domain';
import { clientsOf, createClock, fetchClock, loadConfig, startService } from '@jifen/service-kit';
import { assemble, ensureStoreIndexes, mongoStores } from './assembly.ts';
import { scoringConfig } from './config.ts';
import { eventCollections } from './outbox/events.ts';
import { temporalProcesses } from './processes/temporal-processes.ts';
import { scoringRoutes } from './routes.ts';

const config = loadConfig(scoringConfig);
const { MEMBER_URL, NOTIFICATION_URL, SERVICE_SECRET_FILE } = config;

await startService({
  config,
  title: 'Jifen scoring',
  mayAnywhere: callerMayAnywhere,
  packageUrl: new URL('../package.json', import.meta.url),
  urls: { MEMBER_URL, NOTIFICATION_URL },
  secrets: { SERVICE_SECRET_FILE },
  eventCollections,
  async build({ connection, logger, audit }) {
    const stores = mongoStores(connection);
    await ensureStoreIndexes(stores);
    const client = clientsOf(config);
    const member = client(MEMBER_URL);
    const notification = client(NOTIFICATION_URL);
    const clock = await createClock({ fetchClock: () => fetchClock(member) });
    const processes = temporalProcesses({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE });
    const parts = { connection, stores, clock, processes, member, notification, appender: audit, logger };
    const { deps, relays, reconciler } = assemble({ ...parts, opensMonthsOf: config.OPENS_MONTHS_OF });
    return {
      clock,
      checks: [
        { name: 'store', check: async () => connection.db?.command({ ping: 1 }) },
        { name: 'temporal', check: processes.check, onlyDegrades: true },
      ],
      figures: { temporal: processes.observe },
      parts: [
        ...relays.map((relay) => ({ name: `relay ${relay.name}`, start: relay.start, stop: relay.stop })),
        { name: 'reconciler', start: reconciler.start, stop: reconciler.stop },
        { name: 'processes', stop: processes.close },
      ],
      routes: scoringRoutes(deps),
    };
  },
});
