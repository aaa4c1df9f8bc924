import { clientsOf, createLogger, createProcessGauge, identifyByToken, loadConfig } from '@jifen/service-kit';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities, createCountyActivities } from './activities/create-activities.ts';
import { branchWorkerConfig, memberWorkerConfig, workerKind } from './config.ts';
import { keepSchedules } from './schedules.ts';
import { serveWorker } from './serve-worker.ts';
import { countyOptions, workerOptions, workflowCode } from './worker-options.ts';

const kind = workerKind.parse(process.argv[2]);
const config = loadConfig(memberWorkerConfig);
const logger = createLogger(`${kind}-worker`, config.LOG_LEVEL);
Runtime.install({
  logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
    logger[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'debug']({ meta }, message);
  }),
});

const workers: Worker[] = [];
const takesOnWork = () => workers.length > 0 && workers.every((worker) => worker.getState() === 'RUNNING');
const health = await serveWorker({
  name: config.SERVICE_NAME,
  port: config.PORT,
  host: config.HOST,
  takesOnWork,
  gauge: createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) }),
  identity: identifyByToken(config.TOKEN_PUBLIC_KEY_FILE),
  logger,
});
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const where = { connection, namespace: config.TEMPORAL_NAMESPACE };
const client = clientsOf(config, 8_000);
const scoring = client(config.SCORING_URL);
if (kind === 'branch') {
  const { NOTIFICATION_URL } = loadConfig(branchWorkerConfig);
  const activities = createActivities({ scoring, notification: client(NOTIFICATION_URL) });
  workers.push(await Worker.create({ ...workerOptions('branch', activities), ...workflowCode(), ...where }));
} else {
  const activities = createCountyActivities({ scoring });
  const bulk = await Worker.create({ ...workerOptions('member'), ...workflowCode(), ...where });
  workers.push(bulk, await Worker.create({ ...countyOptions(activities), ...where }));
  const { COUNTY_ID: countyId } = config;
  if (countyId) void keepSchedules({ client: new Client(where), member: client(config.MEMBER_URL), countyId, logger });
}
logger.info({ queues: workers.map(({ options }) => options.taskQueue) }, 'takes on work');
await Promise.all(workers.map((worker) => worker.run()));
await connection.close();
health.close();
logger.info('stopped');
