import type { z } from 'zod';
import type { TokenSource } from '../identity/service-tokens.ts';
import type { Facts } from './problem.ts';
import type { Method } from './route.ts';

export type HttpClientOptions = { baseUrl: string; tokens?: TokenSource; timeoutMs?: number };

export type ClientRequest<R extends z.ZodType> = {
  method: Method;
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** What a 2xx answer must look like; leave out for 204. */
  response?: R;
  actingFor?: string;
  /** Makes a write repeatable: it is then retried like a read. */
  idempotencyKey?: string;
  requestId?: string;
};

/** What the other side refused: its code and facts. */
export type RemoteRefusal = { status: number; code: string; facts: Facts };
export type ClientResult<T> = { ok: true; status: number; value: T } | { ok: false; refusal: RemoteRefusal };

/** Refusals (4xx) are returned; what a repetition could cure (no connection, time-out, 5xx, a broken answer) is thrown after the retries. */
export type HttpClient = {
  request<R extends z.ZodType = z.ZodUndefined>(request: ClientRequest<R>): Promise<ClientResult<z.output<R>>>;
};

/** No usable answer: the caller may try again later. */
export class RemoteUnavailable extends Error {
  override readonly name = 'RemoteUnavailable';
}

export function createHttpClient(_options: HttpClientOptions): HttpClient {
  throw new Error('createHttpClient is not built yet');
}
