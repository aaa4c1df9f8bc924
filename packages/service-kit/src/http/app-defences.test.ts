import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCaller, eventually, type TestApp, testApp } from '@jifen/test-kit';
import { z } from 'zod';
import { aHeldRoute } from './held-route.builders.ts';
import { implement } from './route.ts';

const echo = implement(
  {
    method: 'post',
    path: '/echo/:id',
    summary: 'Says it again',
    permission: { kind: 'action', action: 'own-inbox:read' },
    audit: 'none-read',
    request: {
      params: z.strictObject({ id: z.string() }),
      query: z.strictObject({ q: z.string().optional() }),
      body: z.strictObject({ any: z.unknown() }),
    },
    response: z.object({ ip: z.string() }),
  },
  async ({ ip }) => ({ status: 200, body: { ip } }),
);

describe('what the app does not let in', () => {
  let app: TestApp;
  let person: { authorization: string };
  beforeAll(async () => {
    app = await testApp([echo]);
    person = await app.identity.headersFor(aCaller());
  });

  const send = (body: string, contentType = 'application/json', path = '/echo/1') =>
    app.http.post(path).set(person).set('content-type', contentType).send(body);

  it.each([
    ['an operator of the store, deep inside', '{"any":[{"a":{"$gt":""}}]}', 400, 'invalid-request'],
    ['a prototype', '{"any":{"__proto__":{"admin":true}}}', 400, 'invalid-request'],
    ['a constructor', '{"any":{"constructor":1}}', 400, 'invalid-request'],
    ['a nesting without end', `{"any":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'invalid-request'],
    ['an unknown field', '{"any":1,"role":"secretary"}', 400, 'invalid-request'],
    ['something that is no JSON', '{"any":', 400, 'invalid-json'],
    ['a body above 256 kB', `{"any":"${'x'.repeat(263_000)}"}`, 413, 'body-too-large'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json, text/plain', 'application/json; charset=gbk'])(
    'refuses the content type %s',
    async (contentType) => {
      const answer = await send('{"any":1}', contentType);
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-content-type']);
    },
  );

  it.each(['q=1&q=2', 'q[$gt]=1', 'q[a]=1', '__proto__=1', 'other=1'])('refuses the query %s', async (query) => {
    const answer = await send('{"any":1}', 'application/json', `/echo/1?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });

  it('names each wrong value by its path and code', async () => {
    const answer = await send('{"any":1,"x":2}', 'application/json', '/echo/1?q=1&q=2');
    expect(answer.body.facts.issues).toEqual([
      { path: 'query.q', code: 'invalid_type' },
      { path: 'body', code: 'unrecognized_keys' },
    ]);
  });

  it('refuses a path that cannot be decoded', async () => {
    expect((await send('{"any":1}', 'application/json', '/echo/%E0%A4%A')).status).toBe(400);
  });

  it('asks who it is before it reads a body', async () => {
    const answer = await app.http.post('/echo/1').set('content-type', 'text/plain').send('x');
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
  });

  it('believes no forwarded address', async () => {
    const answer = await app.http.post('/echo/1').set(person).set('x-forwarded-for', '6.6.6.6').send({ any: 1 });
    expect(answer.body.ip).toMatch(/127\.0\.0\.1$/);
  });

  it('sends the security headers with every answer', async () => {
    for (const answer of [await app.http.get('/nowhere'), await send('{"any":1}'), await app.http.get('/healthz')]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('sheds requests above the concurrency limit with 503 and Retry-After', async () => {
    const narrow = await testApp([echo], { maxInFlight: 0 });
    const answer = await narrow.http.post('/echo/1').send({ any: 1 });
    expect([answer.status, answer.body.code, answer.get('retry-after')]).toEqual([503, 'overloaded', '1']);
    expect((await narrow.http.get('/healthz')).status).toBe(200);
  });

  it('lets one route take half of the concurrency limit, the others the rest', async () => {
    const { route: slow, held } = aHeldRoute();
    const narrow = await testApp([echo, slow], { maxInFlight: 4 });
    const known = { authorization: `Bearer ${await narrow.identity.tokenFor(aCaller())}` };
    const under = [1, 2].map(() => narrow.http.get('/slow').then(({ status }) => status));
    await eventually(() => expect(held).toHaveLength(2));
    const third = await narrow.http.get('/slow');
    expect([third.status, third.body.code, third.get('retry-after')]).toEqual([503, 'overloaded', '1']);
    expect((await narrow.http.post('/echo/1').set(known).send({ any: 1 })).status).toBe(200);
    for (const answer of held) answer();
    expect(await Promise.all(under)).toEqual([204, 204]);
  });

  it('is refused by its guard before anything else is asked', async () => {
    const guard = () => ({
      status: 403,
      problem: { type: 'about:blank' as const, title: 'x', status: 403, code: 'foreign-origin', facts: {} },
    });
    const guarded = await testApp([echo], { guard });
    expect((await guarded.http.post('/echo/1').send({ any: 1 })).body.code).toBe('foreign-origin');
  });
});

describe('a route table with a hole', () => {
  const built = (...routes: Parameters<typeof testApp>[0]) => testApp(routes);

  it.each([
    ['a route named twice', [echo, echo], 'POST /echo/:id is in the route table twice.'],
    ['a path without a schema', [{ ...echo, request: {} }], 'its path names (id), its schema ().'],
    ['a loose body', [{ ...echo, request: { ...echo.request, body: z.object({}) } }], 'its body schema takes unknown keys.'],
    ['no audit event', [{ ...echo, audit: '' }], 'it names no audit event.'],
    ['a permission for no service', [{ ...echo, permission: { kind: 'service', services: [] } as const }], 'no service may call it.'],
  ])('is not built: %s', async (_fault, routes, sentence) => {
    await expect(built(...routes)).rejects.toThrow(sentence);
  });
});
