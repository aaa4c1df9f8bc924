import { type OperationsReport, operationsEndpoint, type PartName } from '@jifen/contracts';
import { ask, type ClientResult, createHttpClient, type TokenSource } from '@jifen/service-kit';
import { z } from 'zod';
import type { Asker } from './upstreams.ts';

/** A process as the operator's page asks it. Both reject where it does not answer; only `report` needs member, which says who asks. */
export type OperatedPartPort = { report(asker: Asker): Promise<ClientResult<OperationsReport>>; alive(): Promise<void> };
export type OperatedParts = Readonly<Record<Exclude<PartName, 'console'>, OperatedPartPort>>;

type PartUrls = Readonly<Record<'MEMBER_URL' | 'SCORING_URL' | 'NOTIFICATION_URL' | 'BRANCH_WORKER_URL' | 'MEMBER_WORKER_URL', string>>;

/** Everything that runs but the console itself, as the operator's page asks it. */
export function createOperatedParts(urls: PartUrls, tokens: TokenSource, timeoutMs: number): OperatedParts {
  const part = (baseUrl: string): OperatedPartPort => {
    const known = createHttpClient({ baseUrl, tokens, timeoutMs });
    const unknown = createHttpClient({ baseUrl, timeoutMs });
    return {
      report: (asker) => ask(known, operationsEndpoint, asker),
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
