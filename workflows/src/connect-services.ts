import { createHttpClient, createServiceTokens } from '@jifen/service-kit';
import type { Services } from './activities/create-activities.ts';
import type { BranchWorkerConfig } from './config.ts';

const timeoutMs = 8_000;

export function connectServices(config: BranchWorkerConfig): Services {
  const { MEMBER_URL, SCORING_URL, NOTIFICATION_URL, SERVICE_NAME, SERVICE_SECRET_FILE } = config;
  const tokens = createServiceTokens({ memberUrl: MEMBER_URL, service: SERVICE_NAME, secret: SERVICE_SECRET_FILE });
  const client = (baseUrl: string) => createHttpClient({ baseUrl, tokens, timeoutMs });
  return { scoring: client(SCORING_URL), notification: client(NOTIFICATION_URL) };
}
