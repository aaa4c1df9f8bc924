import { once } from 'node:events';
import type { Server } from 'node:http';
import { callerMayAnywhere } from '@jifen/domain';
import { buildApp, createReadiness, type Identify, type Logger, loggedAudit, operationsRoute, type ProcessGauge } from '@jifen/service-kit';

export type ServeOptions = {
  name: string;
  port: number;
  host: string;
  takesOnWork: () => boolean;
  gauge: ProcessGauge;
  identity: Identify;
  logger: Logger;
};

/** A worker answers how it is doing: whether it lives, takes on work, and to the operator its figures. */
export async function serveWorker({ name, port, host, takesOnWork, gauge, identity, logger }: ServeOptions): Promise<Server> {
  const check = async () => {
    if (!takesOnWork()) throw new Error('it takes on no work yet');
  };
  const ready = createReadiness([{ name: 'work', check }], { cacheMs: 0 });
  const routes = [operationsRoute({ gauge, ready })];
  const app = buildApp({
    title: name,
    routes,
    identity,
    mayAnywhere: callerMayAnywhere,
    audit: loggedAudit(logger),
    ready,
    logger,
    now: Date.now,
  });
  const server = app.listen(port, host);
  await once(server, 'listening');
  return server;
}
