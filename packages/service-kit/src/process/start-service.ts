import type { Connection } from 'mongoose';
import type { z } from 'zod';
import { type AuditAppender, createAuditAppender } from '../audit/appender.ts';
import type { BusinessClock } from '../clock/business-clock.ts';
import type { baseVariables } from '../config/base-config.ts';
import { refuseUnlessFit } from '../config/refuse-unless-fit.ts';
import { buildApp } from '../http/app.ts';
import type { AppOptions } from '../http/app-options.ts';
import type { Route } from '../http/route.ts';
import { identifyByToken } from '../identity/caller-token.ts';
import { createLogger, type Logger } from '../log/logger.ts';
import { backlogOf } from '../operations/backlog.ts';
import { createProcessGauge, type OperationsRoute, operationsRoute } from '../operations/operations.routes.ts';
import { keyFor } from '../secrets/keys.ts';
import { connectMongo } from '../store/connections.ts';
import { createReadiness, type ReadyCheck } from './readiness.ts';
import { runService } from './run-service.ts';

/** What every service stands on: its record, its log and the chain of its audit records. */
export type Ground = { connection: Connection; logger: Logger; audit: AuditAppender };

/** What works beside the routes: started in this order, and stopped in it after HTTP. */
export type Part = { name: string; start?: () => unknown; stop: () => unknown };

export type Service = {
  clock: Pick<BusinessClock, 'now' | 'stop'>;
  checks: readonly ReadyCheck[];
  parts: readonly Part[];
  figures?: OperationsRoute['figures'];
  routes: readonly Route[];
};

export type StartOptions = Pick<AppOptions, 'title' | 'mayAnywhere'> & {
  config: z.output<z.ZodObject<typeof baseVariables>>;
  packageUrl: URL;
  /** Beside those of the store and the audit chain, what production must not have plain or weak. */
  urls?: Readonly<Record<string, string>>;
  secrets?: Readonly<Record<string, string>>;
  /** Collections whose documents carry events, and those whose documents carry audit records; default: the same. */
  eventCollections: readonly string[];
  auditedCollections?: readonly string[];
  build: (ground: Ground) => Promise<Service>;
};

/** Connects, builds, starts what works in the background, listens, and stops in order. Throws where it must not run. */
export async function startService(options: StartOptions): Promise<void> {
  const { config, packageUrl, title, mayAnywhere, eventCollections, auditedCollections = eventCollections } = options;
  refuseUnfit(options);
  const gauge = createProcessGauge({ packageUrl });
  const logger = createLogger(config.SERVICE_NAME, config.LOG_LEVEL);
  const connection = await connectMongo(config.MONGO_URL, config.MONGO_DB);
  const key = keyFor('audit', config.AUDIT_KEY_FILE);
  const audit = createAuditAppender({ connection, key, collections: auditedCollections, logger });
  const { clock, checks, parts, figures, routes } = await options.build({ connection, logger, audit });
  await audit.start();
  for (const { start } of parts) await start?.();
  const ready = createReadiness(checks);
  const own = { relays: backlogOf(connection, eventCollections), auditOldestMs: audit.oldestUnchainedMs };
  const operations = operationsRoute({ gauge, ready, figures: { ...own, ...figures } });
  const identity = identifyByToken(config.TOKEN_PUBLIC_KEY_FILE);
  await runService({
    app: buildApp({ title, mayAnywhere, routes: [...routes, operations], identity, audit, ready, logger, now: clock.now }),
    port: config.PORT,
    host: config.HOST,
    ready,
    logger,
    close: [
      { name: 'gauge', close: async () => gauge.stop() },
      { name: 'clock', close: async () => clock.stop() },
      ...parts.map(({ name, stop }) => ({ name, close: async () => stop() })),
      { name: 'audit', close: audit.stop },
      { name: 'store', close: () => connection.close() },
    ],
  });
}

function refuseUnfit({ config, urls, secrets }: StartOptions): void {
  const { JIFEN_PROFILE, HOST, MONGO_URL, AUDIT_KEY_FILE } = config;
  const facts = { host: HOST, urls: { MONGO_URL, ...urls }, secrets: { AUDIT_KEY_FILE, ...secrets } };
  const unfit = refuseUnlessFit(JIFEN_PROFILE, facts);
  if (unfit.length > 0) throw new Error(unfit.join(' '));
}
