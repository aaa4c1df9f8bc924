import type { ClientRequest, ClientResult, HttpClient, RemoteRefusal } from '@jifen/service-kit';
import { RemoteUnavailable } from '@jifen/service-kit';
import type { z } from 'zod';

export type FakeAnswer = { status?: number; value: unknown } | { refusal: RemoteRefusal } | 'unreachable';
export type AskedOf = Pick<ClientRequest<z.ZodType>, 'method' | 'path' | 'query' | 'body' | 'actingFor'>;
export type FakeUpstream = HttpClient & { asked: AskedOf[]; answers: Map<string, FakeAnswer> };

/** A service that answers by `GET /path`; what is not there is not found. Answers pass the same schema as real ones. */
export function fakeUpstream(answers: Record<string, FakeAnswer> = {}): FakeUpstream {
  const known = new Map(Object.entries(answers));
  const asked: AskedOf[] = [];
  return {
    asked,
    answers: known,
    async request<R extends z.ZodType>({ method, path, query, body, actingFor, response }: ClientRequest<R>) {
      asked.push({ method, path, actingFor, ...(query === undefined ? {} : { query }), ...(body === undefined ? {} : { body }) });
      const answer = known.get(`${method.toUpperCase()} ${path}`);
      if (answer === 'unreachable') throw new RemoteUnavailable(path);
      if (answer === undefined) return { ok: false, refusal: { status: 404, code: 'not-found', facts: {} } };
      if ('refusal' in answer) return { ok: false, refusal: answer.refusal };
      const result: ClientResult<z.output<R>> = { ok: true, status: answer.status ?? 200, value: response.parse(answer.value) };
      return result;
    },
  };
}
