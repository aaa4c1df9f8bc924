import { createLogger, loadConfig } from '@jifen/service-kit';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from './activities/create-activities.ts';
import { branchWorkerConfig, memberWorkerConfig, workerKind } from './config.ts';
import { connectServices } from './connect-services.ts';
import { serveHealth } from './health.ts';
import { workerOptions } from './worker-options.ts';
import { workflowCode } from './workflow-code.ts';

const kind = workerKind.parse(process.argv[2]);
const config = loadConfig(memberWorkerConfig);
const logger = createLogger(`${kind}-worker`, config.LOG_LEVEL);
Runtime.install({
  logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
    logger[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'debug']({ meta }, message);
  }),
});

const running: { worker?: Worker } = {};
const health = await serveHealth({ port: config.PORT, host: config.HOST, ready: () => running.worker?.getState() === 'RUNNING' });
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const activities = kind === 'branch' ? createActivities(connectServices(loadConfig(branchWorkerConfig))) : undefined;
running.worker = await Worker.create({
  ...workerOptions(kind, activities),
  ...workflowCode(),
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
});
logger.info({ queue: running.worker.options.taskQueue }, 'takes on work');
await running.worker.run();
await connection.close();
health.close();
logger.info('stopped');
