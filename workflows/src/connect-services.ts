import { createHttpClient, createServiceTokens, type HttpClient } from '@jifen/service-kit';
import type { BranchWorkerConfig, MemberWorkerConfig } from './config.ts';

const timeoutMs = 8_000;

type Caller = Pick<MemberWorkerConfig, 'MEMBER_URL' | 'SERVICE_NAME' | 'SERVICE_SECRET_FILE'>;

function clients({ MEMBER_URL, SERVICE_NAME, SERVICE_SECRET_FILE }: Caller): (baseUrl: string) => HttpClient {
  const tokens = createServiceTokens({ memberUrl: MEMBER_URL, service: SERVICE_NAME, secret: SERVICE_SECRET_FILE });
  return (baseUrl) => createHttpClient({ baseUrl, tokens, timeoutMs });
}

export function connectBranchServices(config: BranchWorkerConfig) {
  const client = clients(config);
  return { scoring: client(config.SCORING_URL), notification: client(config.NOTIFICATION_URL) };
}

export function connectCountyServices(config: MemberWorkerConfig) {
  const client = clients(config);
  return { scoring: client(config.SCORING_URL), member: client(config.MEMBER_URL) };
}
