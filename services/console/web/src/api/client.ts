import type { Problem } from '@jifen/contracts';

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

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Speaks to our own server only; every change carries the header that a foreign page cannot send. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-jifen'] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`/api${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(
    () => {
      throw new Refused({ status: 0, code: 'offline', facts: {} });
    },
  );
  if (answer.status === 204) return undefined as T;
  const content: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return content as T;
  throw refusalIn(answer, content);
}

function refusalIn(answer: Response, content: unknown): Refused {
  const { status } = answer;
  if (typeof content !== 'object' || content === null || !('code' in content))
    return new Refused({ status, code: 'internal-error', facts: {} });
  const { code, facts, requestId } = content as Problem;
  return new Refused({ status, code, facts: facts ?? {}, requestId });
}

/** `/sheets/x` with the values that are given. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
