import { baseVariables, loadConfig, optionalVariables } from '@jifen/service-kit';
import { z } from 'zod';

const { JIFEN_PROFILE, SERVICE_NAME, PORT, HOST, LOG_LEVEL, SERVICE_SECRET_FILE } = baseVariables;
const { REDIS_URL, MEMBER_URL, SCORING_URL, NOTIFICATION_URL, CONSOLE_URL, SESSION_SECRET_FILE } = optionalVariables;
const { BRANCH_WORKER_URL, MEMBER_WORKER_URL } = optionalVariables;
const minutes = z.coerce.number().int().min(1).max(1440);

const schema = z.object({
  JIFEN_PROFILE,
  SERVICE_NAME,
  PORT,
  HOST,
  LOG_LEVEL,
  SERVICE_SECRET_FILE,
  REDIS_URL,
  MEMBER_URL,
  SCORING_URL,
  NOTIFICATION_URL,
  CONSOLE_URL,
  BRANCH_WORKER_URL,
  MEMBER_WORKER_URL,
  SESSION_SECRET_FILE,
  WEB_DIR: z.string().min(1).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  ACCOUNT_REQUESTS: z.coerce.number().int().min(1).default(300),
  ACCOUNT_REQUESTS_SECONDS: z.coerce.number().int().min(1).max(3600).default(10),
  STAFF_IDLE_MINUTES: minutes.default(15),
  STAFF_SESSION_MINUTES: minutes.default(480),
  MEMBER_IDLE_MINUTES: minutes.default(30),
  MEMBER_SESSION_MINUTES: minutes.default(720),
});

export type Config = z.output<typeof schema>;
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => loadConfig(schema, env);
