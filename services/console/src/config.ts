import { baseVariables, loadConfig, secretFile, url } from '@jifen/service-kit';
import { z } from 'zod';

const { JIFEN_PROFILE, SERVICE_NAME, PORT, HOST, LOG_LEVEL, SERVICE_SECRET_FILE } = baseVariables;
const minutes = z.coerce.number().int().min(1).max(1440);

const schema = z.object({
  JIFEN_PROFILE,
  SERVICE_NAME,
  PORT,
  HOST,
  LOG_LEVEL,
  SERVICE_SECRET_FILE,
  REDIS_URL: z.string().startsWith('redis'),
  MEMBER_URL: url,
  SCORING_URL: url,
  NOTIFICATION_URL: url,
  CONSOLE_URL: url,
  BRANCH_WORKER_URL: url,
  MEMBER_WORKER_URL: url,
  SESSION_SECRET_FILE: secretFile,
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
