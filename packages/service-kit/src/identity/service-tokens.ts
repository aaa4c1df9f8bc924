import { memberInternals } from '@jifen/contracts';
import { ask, createHttpClient, type HttpClient, type TokenSource } from '../http/http-client.ts';

export type ServiceTokenOptions = { memberUrl: string; service: string; secret: string; timeoutMs?: number; now?: () => number };

type Kept = { token: string; expiresAt: number };
const marginMs = 10_000;
const keptAtMost = 2000;

/** Fetched from member and kept until 10 s before they expire; simultaneous callers share one request. */
export function createServiceTokens({ memberUrl, service, secret, timeoutMs = 3000, now = Date.now }: ServiceTokenOptions): TokenSource {
  const client = createHttpClient({ baseUrl: memberUrl, timeoutMs, headers: { 'x-service': service, 'x-service-secret': secret } });
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();

  const fetchToken = async (actingFor: string | undefined): Promise<Kept> => {
    const body = actingFor === undefined ? {} : { personId: actingFor };
    const answer = await ask(client, memberInternals.token, { body });
    if (!answer.ok) throw new Error(`member refused a token to ${service}: ${answer.refusal.code}`);
    return answer.value;
  };

  const keep = (name: string, fetched: Kept) => {
    if (kept.size >= keptAtMost) kept.clear();
    kept.set(name, fetched);
    return fetched;
  };

  return {
    async token(actingFor) {
      const name = actingFor ?? '';
      const known = kept.get(name);
      if (known && known.expiresAt - marginMs > now()) return known.token;
      const request = underWay.get(name) ?? fetchToken(actingFor).finally(() => underWay.delete(name));
      underWay.set(name, request);
      return keep(name, await request).token;
    },
  };
}

type Named = { MEMBER_URL: string; SERVICE_NAME: string; SERVICE_SECRET_FILE: string };

/** Makes the clients of a service, which speak in its name. */
export function clientsOf({ MEMBER_URL, SERVICE_NAME, SERVICE_SECRET_FILE }: Named, timeoutMs = 5000): (baseUrl: string) => HttpClient {
  const tokens = createServiceTokens({ memberUrl: MEMBER_URL, service: SERVICE_NAME, secret: SERVICE_SECRET_FILE });
  return (baseUrl) => createHttpClient({ baseUrl, tokens, timeoutMs });
}
