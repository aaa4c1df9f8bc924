import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../../infra/house/rooms.mjs';
import { run } from '../../infra/house/run.mjs';
import { sentence } from '../../infra/local/bootstrap/arguments.mjs';
import { freePorts } from '../../infra/local/bootstrap/ports.mjs';
import { PORTS } from '../../infra/local/bootstrap/settings.mjs';

/**
 * The whole of Jifen, or only its servers, on free ports and with data of its own, so that it runs beside another stack. It has the demo
 * county unless `seeded` is false. `variables` are variables of its start, or a function of its ports that answers them.
 */
export async function startTestStack({ report, log, name = `test-${process.pid}`, seeded = true, serversOnly = false, variables = {} }) {
  const names = Object.keys(PORTS);
  const free = await freePorts(names.length);
  const ports = Object.fromEntries(names.map((part, index) => [part, free[index]]));
  const numbers = Object.fromEntries(Object.entries(PORTS).map(([part, [variable]]) => [variable, String(ports[part])]));
  const environment = { ...numbers, DEMO_COUNTY: 'told', ...(typeof variables === 'function' ? await variables(ports) : variables) };
  const dataDir = join(house, '.jifen', name);
  const command = (verb, ...options) => run([join(house, `infra/local/${verb}.mjs`), '--stack', name, ...options], environment, { log });
  const stack = {
    name,
    ports,
    environment,
    dataDir,
    logsDir: join(dataDir, 'logs'),
    async stop({ keepData }) {
      await command('stop');
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  const started = await report.step('Starting a system to test', () =>
    command('start', '--detach', ...(serversOnly ? ['--servers-only'] : []), ...(seeded ? [] : ['--without-seed'])),
  );
  if (started.ok) return stack;
  await command('stop');
  throw sentence(`The system under test did not start; see ${log} and ${stack.logsDir}\n${readFileSync(log, 'utf8').slice(-3000)}`);
}

/** The variables by which the tests find the servers and the system. */
export function serverVariables({ name, ports, environment, dataDir }) {
  const at = (port, scheme = 'http') => `${scheme}://127.0.0.1:${port}`;
  return {
    ...environment,
    JIFEN_STACK: name,
    JIFEN_DATA_DIR: dataDir,
    MONGO_URL: at(ports.mongo, 'mongodb'),
    REDIS_URL: at(ports.redis, 'redis'),
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: 'jifen',
    SMTP_URL: at(ports.smtp, 'smtp'),
    CONSOLE_URL: at(ports.console),
    MEMBER_URL: at(ports.member),
    SCORING_URL: at(ports.scoring),
    NOTIFICATION_URL: at(ports.notification),
    MAIL_WEB_URL: at(ports.mailWeb),
  };
}
