import { type Asked, type Endpoint, type Problem, pathOf, tolerant } from '@jifen/contracts';
import type { z } from 'zod';

export type Facts = Readonly<Record<string, unknown>>;

/** An answer that was not what we asked for: its code says why, the sentence comes from the wording package. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  readonly requestId: string | undefined;

  constructor({ status, code, facts, requestId }: Pick<Problem, 'status' | 'code' | 'facts' | 'requestId'>) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.requestId = requestId;
  }
}

type AskedOfAny = { params?: unknown; query?: Readonly<Record<string, unknown>>; body?: unknown };

/** Asks our own server; every change carries the header that a foreign page cannot send. Rejects with `Refused`. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, H extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, H, R>,
  asked: Asked<P, Q, B>,
): Promise<z.output<R>> {
  const { params, query = {}, body } = asked as AskedOfAny;
  const method = endpoint.method.toUpperCase();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-jifen'] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(`/api${pathOf(endpoint, params)}${textOf(query)}`, sent).catch(() => {
    throw new Refused({ status: 0, code: 'offline', facts: {} });
  });
  if (answer.status === 204) return undefined as z.output<R>;
  const content: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw refusalIn(answer, content);
  const read = endpoint.response && tolerant(endpoint.response).safeParse(content);
  if (read?.success) return read.data;
  throw new Refused({ status: answer.status, code: 'page-outdated', facts: {} });
}

function refusalIn(answer: Response, content: unknown): Refused {
  const { status } = answer;
  if (typeof content !== 'object' || content === null || !('code' in content))
    return new Refused({ status, code: 'internal-error', facts: {} });
  const { code, facts, requestId } = content as Problem;
  return new Refused({ status, code, facts: facts ?? {}, requestId });
}

/** `?year=2026` of the values that are given. */
function textOf(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** A read under its own key; all reads of an endpoint lie under its path. */
export const queryOf = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, H extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, H, R>,
  asked: Asked<P, Q, B>,
) => ({ queryKey: [endpoint.path, asked] as const, queryFn: () => call(endpoint, asked) });
