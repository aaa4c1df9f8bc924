import { operationsReport } from '@jifen/contracts';
import { createHttpClient, type HttpClient, type TokenSource } from '@jifen/service-kit';
import { z } from 'zod';
import type { OperatedPartPort, OperatedParts } from '../screens/read-operations.ts';

/** The three services behind the screens. */
export type Upstreams = { member: HttpClient; scoring: HttpClient; notification: HttpClient };
export type UpstreamName = keyof Upstreams;

export type UpstreamUrls = { memberUrl: string; scoringUrl: string; notificationUrl: string };

export function createUpstreams({ memberUrl, scoringUrl, notificationUrl }: UpstreamUrls, tokens: TokenSource): Upstreams {
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens }),
    scoring: createHttpClient({ baseUrl: scoringUrl, tokens, timeoutMs: 8000 }),
    notification: createHttpClient({ baseUrl: notificationUrl, tokens }),
  };
}

type PartUrls = Readonly<Record<'MEMBER_URL' | 'SCORING_URL' | 'NOTIFICATION_URL' | 'BRANCH_WORKER_URL' | 'MEMBER_WORKER_URL', string>>;

/** Everything that runs but the console itself, as the operator's page asks it. */
export function createOperatedParts(urls: PartUrls, tokens: TokenSource, timeoutMs: number): OperatedParts {
  const part = (baseUrl: string): OperatedPartPort => {
    const known = createHttpClient({ baseUrl, tokens, timeoutMs });
    const unknown = createHttpClient({ baseUrl, timeoutMs });
    return {
      report: (asker) => known.request({ method: 'get', path: '/operations', response: operationsReport, ...asker }),
      alive: async () => {
        await unknown.request({ method: 'get', path: '/healthz', response: z.unknown() });
      },
    };
  };
  return {
    member: part(urls.MEMBER_URL),
    scoring: part(urls.SCORING_URL),
    notification: part(urls.NOTIFICATION_URL),
    'branch-worker': part(urls.BRANCH_WORKER_URL),
    'member-worker': part(urls.MEMBER_WORKER_URL),
  };
}
