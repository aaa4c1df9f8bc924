import {
  connectRedis,
  createLogger,
  createProcessGauge,
  createReadiness,
  createServiceTokens,
  refuseUnlessFit,
  runService,
} from '@jifen/service-kit';
import { buildConsoleApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { fairShare } from './sessions/fair-share.ts';
import { redisSessionStore } from './sessions/session.store.redis.ts';
import { createSessions, type SessionTimes } from './sessions/sessions.ts';
import { signInAtMember } from './sessions/sign-in.ts';
import { createOperatedParts } from './upstream/operated-parts.ts';
import { createUpstreams } from './upstream/upstreams.ts';

const config = readConfig(process.env);
const gauge = createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) });
const logger = createLogger(config.SERVICE_NAME, config.LOG_LEVEL);
const reasons = refuseUnlessFit(config.JIFEN_PROFILE, {
  host: config.HOST,
  urls: { MEMBER_URL: config.MEMBER_URL, SCORING_URL: config.SCORING_URL, NOTIFICATION_URL: config.NOTIFICATION_URL },
  secrets: { SESSION_SECRET_FILE: config.SESSION_SECRET_FILE, SERVICE_SECRET_FILE: config.SERVICE_SECRET_FILE },
  behindTls: config.CONSOLE_URL.startsWith('https:'),
});
if (reasons.length > 0) {
  for (const reason of reasons) logger.fatal(reason);
  process.exit(1);
}

const redis = connectRedis(config.REDIS_URL);
redis.on('error', (error) => logger.warn({ err: error }, 'redis'));
const tokens = createServiceTokens({ memberUrl: config.MEMBER_URL, service: config.SERVICE_NAME, secret: config.SERVICE_SECRET_FILE });
const times = timesOf(config);
/** A process of lower priority may take seconds to say that it is well; that it is slow must not look as if it were gone. */
const patienceMs = 4000;
const checks = [
  { name: 'redis', check: () => redis.ping() },
  { name: 'member', check: () => answers(config.MEMBER_URL), onlyDegrades: true },
  { name: 'scoring', check: () => answers(config.SCORING_URL), onlyDegrades: true },
  { name: 'notification', check: () => answers(config.NOTIFICATION_URL), onlyDegrades: true },
];
const ready = createReadiness(checks, { timeoutMs: patienceMs });
const app = buildConsoleApp(
  {
    upstreams: createUpstreams(config, tokens),
    sessions: createSessions({ store: redisSessionStore(redis), secret: config.SESSION_SECRET_FILE, times, now: Date.now }),
    signIn: signInAtMember(config.MEMBER_URL, tokens),
    profile: config.JIFEN_PROFILE,
    times,
    origins: originsOf(config),
    share: fairShare({ requests: config.ACCOUNT_REQUESTS, seconds: config.ACCOUNT_REQUESTS_SECONDS }),
    operations: {
      parts: createOperatedParts(config, tokens, patienceMs),
      own: () => gauge.report(ready),
      realNow: Date.now,
      timeoutMs: patienceMs,
    },
  },
  {
    ready,
    logger,
    now: Date.now,
    trustedProxies: config.TRUSTED_PROXIES,
    ...(config.WEB_DIR === undefined ? {} : { web: { directory: config.WEB_DIR } }),
  },
);

await runService({
  app,
  port: config.PORT,
  host: config.HOST,
  ready,
  logger,
  close: [
    { name: 'gauge', close: async () => gauge.stop() },
    { name: 'redis', close: async () => redis.disconnect() },
  ],
});

function timesOf({ STAFF_IDLE_MINUTES, STAFF_SESSION_MINUTES, MEMBER_IDLE_MINUTES, MEMBER_SESSION_MINUTES }: Config): SessionTimes {
  return {
    staff: { idleMinutes: STAFF_IDLE_MINUTES, longestMinutes: STAFF_SESSION_MINUTES },
    member: { idleMinutes: MEMBER_IDLE_MINUTES, longestMinutes: MEMBER_SESSION_MINUTES },
  };
}

/** The demo is also reached as localhost. */
function originsOf({ CONSOLE_URL, JIFEN_PROFILE }: Config): string[] {
  return JIFEN_PROFILE === 'demo' ? [CONSOLE_URL, CONSOLE_URL.replace('127.0.0.1', 'localhost')] : [CONSOLE_URL];
}

async function answers(url: string): Promise<void> {
  const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}
