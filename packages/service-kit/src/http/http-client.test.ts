import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createHttpClient, nothing, RemoteUnavailable } from './http-client.ts';

const servers: Server[] = [];
const seen: string[] = [];

async function remote(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (status: number, body: unknown, type = 'application/json'): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
};

afterEach(() => {
  seen.length = 0;
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe('the HTTP client', () => {
  it('returns an answer of the agreed shape, without what was not agreed', async () => {
    const baseUrl = await remote(answering(200, { n: 1, more: true }));
    const request = { method: 'get', path: '/x', query: { a: '1 2', b: undefined }, response: z.object({ n: z.int() }) } as const;
    expect(await createHttpClient({ baseUrl }).request(request)).toEqual({ ok: true, status: 200, value: { n: 1 } });
    expect(seen).toEqual(['GET /x?a=1+2']);
  });

  it('sends its token, the request id and the idempotency key', async () => {
    let headers = {};
    const baseUrl = await remote((request, response) => {
      headers = request.headers;
      response.writeHead(204).end();
    });
    const client = createHttpClient({ baseUrl, tokens: { token: async (person) => `for-${person}` } });
    const sent = { actingFor: 'wang', idempotencyKey: 'k1', requestId: 'request-1', body: { a: 1 } };
    expect(await client.request({ method: 'post', path: '/x', response: nothing, ...sent })).toEqual({
      ok: true,
      status: 204,
      value: undefined,
    });
    expect(headers).toMatchObject({
      authorization: 'Bearer for-wang',
      'idempotency-key': 'k1',
      'x-request-id': 'request-1',
      'content-type': 'application/json',
    });
  });

  it('returns a refusal with its code and facts, and does not repeat the request', async () => {
    const body = { type: 'about:blank', title: 'period-closed', status: 409, code: 'period-closed', facts: { period: '2026-10' } };
    const baseUrl = await remote(answering(409, body, 'application/problem+json'));
    const answer = await createHttpClient({ baseUrl }).request({ method: 'get', path: '/x', response: nothing });
    expect(answer).toEqual({ ok: false, refusal: { status: 409, code: 'period-closed', facts: { period: '2026-10' } } });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['a read', { method: 'get' }, 3],
    ['a write with an idempotency key', { method: 'post', idempotencyKey: 'k1' }, 3],
    ['a write without', { method: 'post' }, 1],
  ] as const)('tries %s %p: %d times', async (_what, request, times) => {
    const baseUrl = await remote(answering(503, {}));
    await expect(createHttpClient({ baseUrl }).request({ path: '/x', response: nothing, ...request })).rejects.toThrow(RemoteUnavailable);
    expect(seen).toHaveLength(times);
  });

  it('keeps which document the other side cannot read, and does not come again', async () => {
    const facts = { collection: 'acts', id: 'act-1', paths: ['by'] };
    const code = 'document-unreadable';
    const body = { type: 'about:blank', title: code, status: 500, code, facts };
    const baseUrl = await remote(answering(500, body, 'application/problem+json'));
    const asked = createHttpClient({ baseUrl }).request({ method: 'get', path: '/x', response: nothing });
    await expect(asked).rejects.toMatchObject({ name: 'RemoteUnavailable', unreadable: facts });
    expect(seen).toHaveLength(1);
  });

  it('retries after Retry-After, if that is not too long', async () => {
    const at: number[] = [];
    const baseUrl = await remote((_request, response) => {
      at.push(performance.now());
      response.writeHead(503, { 'retry-after': at.length === 1 ? '1' : '0' }).end();
    });
    await expect(createHttpClient({ baseUrl }).request({ method: 'get', path: '/x', response: nothing })).rejects.toThrow(
      RemoteUnavailable,
    );
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(495);
    expect(third - second).toBeLessThan(495);
  });

  it('accepts the answer to the second attempt', async () => {
    const baseUrl = await remote((request, response) => answering(seen.length === 1 ? 502 : 200, { n: 2 })(request, response));
    const answer = await createHttpClient({ baseUrl }).request({ method: 'get', path: '/x', response: z.object({ n: z.int() }) });
    expect(answer).toMatchObject({ ok: true, value: { n: 2 } });
  });

  it('does not wait longer than its time', async () => {
    const baseUrl = await remote(() => undefined);
    const client = createHttpClient({ baseUrl, timeoutMs: 50 });
    await expect(client.request({ method: 'post', path: '/x', response: nothing })).rejects.toThrow('no answer from POST /x');
  });

  it('follows no redirection', async () => {
    const baseUrl = await remote((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    await expect(createHttpClient({ baseUrl }).request({ method: 'post', path: '/x', response: nothing })).rejects.toThrow(
      RemoteUnavailable,
    );
    expect(seen).toEqual(['POST /x']);
  });

  it('refuses an answer of another shape', async () => {
    const baseUrl = await remote(answering(200, { n: 'one' }));
    const request = { method: 'get', path: '/x', response: z.object({ n: z.int() }) } as const;
    await expect(createHttpClient({ baseUrl }).request(request)).rejects.toThrow(z.ZodError);
  });
});
