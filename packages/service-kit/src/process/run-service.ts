import type { Server } from 'node:http';
import type { Express } from 'express';
import type { Logger } from '../log/logger.ts';
import type { Readiness } from './readiness.ts';

/** What is closed after HTTP, in this order: workers, queues, mail, connections. */
export type Closing = { name: string; close: () => Promise<unknown> };

export type RunOptions = { app: Express; port: number; host: string; ready: Readiness; close: readonly Closing[]; logger: Logger };

/** Listens until SIGTERM or SIGINT, then stops in order and exits 0; a second signal exits 1. */
export async function runService(_options: RunOptions): Promise<Server> {
  throw new Error('runService is not built yet');
}
