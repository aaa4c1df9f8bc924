import { createHttpClient, type HttpClient, type TokenSource } from '@jifen/service-kit';

/** The three services behind the screens. */
export type Upstreams = { member: HttpClient; scoring: HttpClient; notification: HttpClient };
export type UpstreamName = keyof Upstreams;

/** For whom they are asked. */
export type Asker = { actingFor: string | undefined; requestId: string };

type UpstreamUrls = Readonly<Record<'MEMBER_URL' | 'SCORING_URL' | 'NOTIFICATION_URL', string>>;

export function createUpstreams(urls: UpstreamUrls, tokens: TokenSource): Upstreams {
  return {
    member: createHttpClient({ baseUrl: urls.MEMBER_URL, tokens }),
    scoring: createHttpClient({ baseUrl: urls.SCORING_URL, tokens, timeoutMs: 8000 }),
    notification: createHttpClient({ baseUrl: urls.NOTIFICATION_URL, tokens }),
  };
}
