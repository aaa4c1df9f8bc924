import { createHttpClient, type HttpClient, type TokenSource } from '@jifen/service-kit';

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
