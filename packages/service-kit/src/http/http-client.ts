import { setTimeout as delay } from 'node:timers/promises';
import { type Asked, type Endpoint, type Method, pathOf, problem as problemSchema, tolerant } from '@jifen/contracts';
import { z } from 'zod';
import { documentUnreadable, type Facts } from './problem.ts';

/** `token()` names the service itself, `token(personId)` the person it acts for. */
export type TokenSource = { token(actingFor?: string): Promise<string> };

export type HttpClientOptions = { baseUrl: string; tokens?: TokenSource; timeoutMs?: number; headers?: Record<string, string> };

export type ClientRequest<R extends z.ZodType> = {
  method: Method;
  path: string;
  query?: Record<string, string | number | boolean | undefined> | undefined;
  body?: unknown;
  /** What a 2xx answer must look like; `nothing` for 204. */
  response: R;
  actingFor?: string | undefined;
  /** Makes a write repeatable: it is then retried like a read. */
  idempotencyKey?: string;
  /** An idempotent POST. */
  repeatable?: boolean;
  requestId?: string;
};

/** The other side's refusal: its code and facts. */
export type RemoteRefusal = { status: number; code: string; facts: Facts };
export type ClientResult<T> = { ok: true; status: number; value: T } | { ok: false; refusal: RemoteRefusal };

/** Refusals (4xx) are returned; temporary failures (no connection, time-out, 429, 5xx) are thrown as `RemoteUnavailable` after the retries. */
export type HttpClient = {
  request<R extends z.ZodType>(request: ClientRequest<R>): Promise<ClientResult<z.output<R>>>;
};

type Because = ErrorOptions & { retryAfterMs?: number | undefined; unreadable?: Facts | undefined };

/** No usable answer: the caller may try again later. */
export class RemoteUnavailable extends Error {
  override readonly name = 'RemoteUnavailable';
  /** The other side's `Retry-After`. */
  readonly retryAfterMs: number | undefined;
  /** Which document the other side cannot read: no repetition helps while that stands. */
  readonly unreadable: Facts | undefined;

  constructor(message: string, { retryAfterMs, unreadable, ...options }: Because = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
    this.unreadable = unreadable;
  }
}

export const nothing = z.undefined();

type Sender = Pick<ClientRequest<z.ZodType>, 'actingFor' | 'requestId' | 'idempotencyKey'>;

/** Asks an endpoint of the service that the client speaks to. */
export function ask<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, H extends z.ZodType, R extends z.ZodType>(
  client: HttpClient,
  { method, path, repeatable = false, response = nothing as unknown as R }: Endpoint<P, Q, B, H, R>,
  { params, query, ...sent }: Asked<P, Q, B> & Sender,
): Promise<ClientResult<z.output<R>>> {
  const asked = query as ClientRequest<R>['query'];
  return client.request({ ...(sent as Sender), method, path: pathOf({ path }, params), query: asked, response, repeatable });
}

const attempts = 3;

/** Sockets are kept alive by Node's own fetch. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  return {
    async request(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await readAnswer(await send(options, request), request);
        } catch (error) {
          if (!(error instanceof RemoteUnavailable) || error.unreadable || !isRepeatable(request) || attempt >= attempts) throw error;
          await delay((error.retryAfterMs ?? attempt * 100) * (0.5 + Math.random()));
        }
      }
    },
  };
}

function isRepeatable({ method, idempotencyKey, repeatable }: ClientRequest<z.ZodType>): boolean {
  return method === 'get' || method === 'put' || method === 'delete' || idempotencyKey !== undefined || repeatable === true;
}

async function send(
  { baseUrl, tokens, timeoutMs = 5000, headers }: HttpClientOptions,
  request: ClientRequest<z.ZodType>,
): Promise<Response> {
  const { method, body, actingFor, idempotencyKey, requestId } = request;
  const sent = new Headers({ accept: 'application/json', ...headers });
  if (tokens) sent.set('authorization', `Bearer ${await tokens.token(actingFor)}`);
  if (idempotencyKey) sent.set('idempotency-key', idempotencyKey);
  if (requestId) sent.set('x-request-id', requestId);
  if (body !== undefined) sent.set('content-type', 'application/json');
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = {
    method: method.toUpperCase(),
    headers: sent,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    ...payload,
  } as const;
  return fetch(addressOf(baseUrl, request), init).catch((cause: unknown) => {
    throw new RemoteUnavailable(`no answer from ${method.toUpperCase()} ${request.path}`, { cause });
  });
}

function addressOf(baseUrl: string, { path, query = {} }: ClientRequest<z.ZodType>): URL {
  const address = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
}

async function readAnswer<R extends z.ZodType>(answer: Response, request: ClientRequest<R>): Promise<ClientResult<z.output<R>>> {
  const { status } = answer;
  const body = await bodyOf(answer);
  if (status === 429 || status >= 500) {
    const retryAfterMs = retryAfterOf(answer);
    const { code, facts } = refusalOf(status, body);
    const unreadable = code === documentUnreadable ? facts : undefined;
    throw new RemoteUnavailable(`${request.method.toUpperCase()} ${request.path} answered ${status}`, { retryAfterMs, unreadable });
  }
  if (status >= 400) return { ok: false, refusal: refusalOf(status, body) };
  return { ok: true, status, value: tolerant(request.response).parse(body) };
}

/** In seconds; more than two is longer than the caller waits. */
function retryAfterOf(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds, 2) * 1000 : undefined;
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch((cause: unknown) => {
    throw new RemoteUnavailable('the answer broke off', { cause });
  });
  if (text === '' || !/json/.test(answer.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RemoteUnavailable('the answer is not JSON', { cause });
  }
}

function refusalOf(status: number, body: unknown): RemoteRefusal {
  const parsed = problemSchema.safeParse(body);
  return parsed.success ? { status, code: parsed.data.code, facts: parsed.data.facts } : { status, code: 'unknown-refusal', facts: {} };
}
