import { once } from 'node:events';
import type { Server } from 'node:http';
import { callerMayAnywhere } from '@jifen/domain';
import { type AppOptions, buildApp, createReadiness, loggedAudit, operationsRoute, type ProcessGauge } from '@jifen/service-kit';

type ServeOptions = Pick<AppOptions, 'identity' | 'logger'> & {
  name: string;
  port: number;
  host: string;
  takesOnWork: () => boolean;
  gauge: ProcessGauge;
};

/** A worker answers how it is doing: whether it lives, takes on work, and to the operator its figures. */
export async function serveWorker({ name, port, host, takesOnWork, gauge, identity, logger }: ServeOptions): Promise<Server> {
  const check = async () => {
    if (!takesOnWork()) throw new Error('it takes on no work yet');
  };
  const ready = createReadiness([{ name: 'work', check }], { cacheMs: 0 });
  const app = buildApp({
    title: name,
    routes: [operationsRoute({ gauge, ready })],
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
