import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export type HealthOptions = { port: number; host: string; ready: () => boolean };

/** `/healthz`: the process lives. `/readyz`: the worker takes on work. */
export async function serveHealth({ port, host, ready }: HealthOptions): Promise<Server> {
  const server = createServer(({ url }, answer) => {
    const status = statusOf(url, ready);
    answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    answer.end(JSON.stringify({ ok: status === 200 }));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

function statusOf(url: string | undefined, ready: () => boolean): number {
  if (url === '/healthz') return 200;
  if (url === '/readyz') return ready() ? 200 : 503;
  return 404;
}
