import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Express } from 'express';
import type { Logger } from '../log/logger.ts';
import { succeedsInTime } from './in-time.ts';
import type { Readiness } from './readiness.ts';

/** What is closed after HTTP, in this order: workers, queues, mail, connections. */
export type Closing = { name: string; close: () => Promise<unknown> };

export type RunOptions = {
  app: Express;
  /** 0 takes any free port. */
  port: number;
  host: string;
  ready: Readiness;
  close: readonly Closing[];
  logger: Logger;
  /** How long the process reports that it is not ready before it stops listening. Default 2000. */
  drainMs?: number;
  /** Time limits for requests in progress and for each closing. Default 15000 and 2000. */
  deadlineMs?: number;
  closingMs?: number;
};

/** The part of `process` that is used: tests bring their own. */
export type Lifecycle = {
  on(event: 'SIGTERM' | 'SIGINT' | 'unhandledRejection' | 'uncaughtException', listener: (reason: unknown) => void): unknown;
  exit(code: number): void;
};

/** The accept queue: connections that come during a burst wait in it for their 503; with a shorter one they would get no answer. */
const backlog = 4096;
/** Longer than clients keep a connection: a request on a connection that is just being closed is lost. */
const keepAliveMs = 75_000;

/** Listens until SIGTERM or SIGINT, then stops in order and exits 0; a second signal exits 1. */
export async function runService(options: RunOptions, lifecycle: Lifecycle = process): Promise<Server> {
  const { app, port, host, logger } = options;
  const server = app.listen(port, host, backlog);
  server.keepAliveTimeout = keepAliveMs;
  await once(server, 'listening');
  stopOnSignals(options, server, lifecycle);
  logger.info({ host, port }, 'listening');
  return server;
}

function stopOnSignals(options: RunOptions, server: Server, lifecycle: Lifecycle): void {
  const { logger } = options;
  let stopping = false;
  const onSignal = () => {
    if (stopping) return lifecycle.exit(1);
    stopping = true;
    void stop(options, server).then((clean) => lifecycle.exit(clean ? 0 : 1));
  };
  const onFailure = (err: unknown) => {
    logger.fatal({ err }, 'unhandled');
    lifecycle.exit(1);
  };
  lifecycle.on('SIGTERM', onSignal);
  lifecycle.on('SIGINT', onSignal);
  lifecycle.on('unhandledRejection', onFailure);
  lifecycle.on('uncaughtException', onFailure);
}

async function stop(
  { ready, close, logger, drainMs = 2000, deadlineMs = 15_000, closingMs = 2000 }: RunOptions,
  server: Server,
): Promise<boolean> {
  logger.info('stopping');
  ready.stop();
  await delay(drainMs);
  let clean = await succeedsInTime(closeServer(server), deadlineMs);
  if (!clean) server.closeAllConnections();
  for (const { name, close: closeIt } of close) {
    const closed = await succeedsInTime(closeIt(), closingMs);
    if (!closed) logger.error({ name }, 'did not close');
    clean &&= closed;
  }
  logger.info('stopped');
  return clean;
}

function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.keepAliveTimeout = 1;
  server.closeIdleConnections();
  return closed;
}
