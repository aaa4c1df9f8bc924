import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCaller, aService, type TestApp, testApp } from '@jifen/test-kit';
import { z } from 'zod';
import { UnreadableDocument } from '../store/document-reader.ts';
import { problem } from './problem.ts';
import { implement } from './route.ts';

const note = z.strictObject({ id: z.string(), text: z.string() });

const routes = [
  implement(
    {
      method: 'get',
      path: '/notes/:id',
      summary: 'One note',
      permission: { kind: 'action', action: 'calendar:read' },
      audit: 'none-read',
      request: { params: z.strictObject({ id: z.string() }), query: z.strictObject({ page: z.string().optional() }) },
      response: z.object({ id: z.string() }),
    },
    async ({ params }) => {
      if (params.id === 'foreign') return problem({ status: 404, code: 'not-found' });
      return { status: 200, body: { id: params.id, secret: 'never shown' } };
    },
  ),
  implement(
    {
      method: 'post',
      path: '/notes',
      summary: 'Write a note',
      permission: { kind: 'action', action: 'own-inbox:mark' },
      audit: 'note-written',
      request: { body: note },
      response: z.object({ by: z.string(), at: z.int(), auditAction: z.string() }),
    },
    async ({ body, caller, now, audit }) => {
      if (body.text === 'closed') return problem({ status: 409, code: 'period-closed', facts: { period: '2026-10' } });
      const { payload } = audit.pending({ target: body.id });
      return { status: 201, body: { by: caller.personId ?? '', at: now(), auditAction: payload.action } };
    },
  ),
  implement(
    {
      method: 'post',
      path: '/internal/deadlines',
      summary: 'Deadlines',
      permission: { kind: 'service', services: ['scoring'] },
      audit: 'none-read',
    },
    async () => ({ status: 204 }),
  ),
  implement(
    {
      method: 'get',
      path: '/broken',
      summary: 'Throws',
      permission: { kind: 'public' },
      audit: 'none-read',
      request: { query: z.strictObject({ name: z.string() }) },
    },
    async ({ query }) => {
      if (query.name === 'UnreadableDocument') throw new UnreadableDocument({ collection: 'acts', id: 'act-1', paths: ['by.role'] });
      const failure = new Error('connection refused by 10.0.0.7');
      failure.name = query.name;
      throw failure;
    },
  ),
];

describe('an app built from the route table', () => {
  let app: TestApp;
  let person: { authorization: string };

  beforeAll(async () => {
    app = await testApp(routes);
    person = await app.identity.headersFor(aCaller({ personId: 'wang' }));
  });

  it('answers with what the contract names, and with nothing else', async () => {
    const answer = await app.http.get('/notes/n1').set(person);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ id: 'n1' });
  });

  it('gives the handler the caller, business time and the audit event of its route', async () => {
    app.clock.set('2026-10-25T09:00:00+08:00');
    const answer = await app.http.post('/notes').set(person).send({ id: 'n1', text: 'x' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ by: 'wang', at: 1_792_890_000_000, auditAction: 'note-written' });
  });

  it('answers a refusal as problem+json with its code and facts, and leaves an audit entry', async () => {
    const answer = await app.http.post('/notes').set(person).set('x-request-id', 'request-0001').send({ id: 'n1', text: 'closed' });
    expect(answer.status).toBe(409);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'period-closed',
      status: 409,
      code: 'period-closed',
      facts: { period: '2026-10' },
      requestId: 'request-0001',
    });
    expect(app.audit.records.at(-1)).toMatchObject({
      actor: 'wang',
      action: 'note-written',
      target: '/notes',
      result: 'refused',
      requestId: 'request-0001',
      details: { code: 'period-closed' },
    });
  });

  it('refuses at the route, and on record, whoever may do this to nothing; the handler hears nothing of it', async () => {
    const nobody = await app.identity.headersFor(aCaller({ personId: 'li', grants: [] }));
    const answer = await app.http.get('/notes/foreign').set(nobody);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect(app.audit.records.at(-1)).toMatchObject({
      actor: 'li',
      target: '/notes/foreign',
      result: 'refused',
      details: { code: 'forbidden' },
    });
    expect((await app.http.post('/notes').set(nobody).send({ id: 'n1', text: 'x' })).status).toBe(201);
  });

  it('records an attempt to read what the caller may not see', async () => {
    await app.http.get('/notes/foreign').set(person);
    expect(app.audit.records.at(-1)).toMatchObject({ action: 'get /notes/:id', target: '/notes/foreign', result: 'refused' });
  });

  it('does not write while the audit chain has been stuck for over a minute', async () => {
    app.audit.standStillFor(60_001);
    const write = await app.http.post('/notes').set(person).send({ id: 'n1', text: 'x' });
    const read = await app.http.get('/notes/n1').set(person);
    app.audit.standStillFor(0);
    expect([write.status, write.body.code, write.get('retry-after')]).toEqual([503, 'audit-unavailable', '10']);
    expect(read.status).toBe(200);
  });

  it('answers 503 while the record is unavailable', async () => {
    const answer = await app.http.get('/broken').query({ name: 'MongoServerSelectionError' });
    expect([answer.status, answer.body.code, answer.get('retry-after')]).toEqual([503, 'store-unavailable', '5']);
  });

  it('names the document that it cannot read, and what of it', async () => {
    const answer = await app.http.get('/broken').query({ name: 'UnreadableDocument' });
    expect([answer.status, answer.body.code]).toEqual([500, 'document-unreadable']);
    expect(answer.body.facts).toEqual({ collection: 'acts', id: 'act-1', paths: ['by.role'] });
  });

  it('shows no internal details when it fails', async () => {
    const answer = await app.http.get('/broken').query({ name: 'TypeError' });
    expect([answer.status, answer.body.code]).toEqual([500, 'internal-error']);
    expect(answer.text).not.toContain('10.0.0.7');
  });

  it('lets only the named services in', async () => {
    const scoring = await app.identity.headersFor(aService('scoring'));
    const notification = await app.identity.headersFor(aService('notification'));
    expect((await app.http.post('/internal/deadlines').set(scoring)).status).toBe(204);
    expect((await app.http.post('/internal/deadlines').set(notification)).status).toBe(403);
    expect(app.audit.records.at(-1)).toMatchObject({ actor: 'notification', action: 'post /internal/deadlines', result: 'refused' });
    expect((await app.http.post('/notes').set(scoring).send({ id: 'n1', text: 'x' })).status).toBe(401);
  });

  it.each([
    ['/nowhere', 404, 'not-found'],
    ['/notes', 405, 'method-not-allowed'],
  ])('GET %s answers %d', async (path, status, code) => {
    const answer = await app.http.get(path).set(person);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const { body } = await app.http.get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(['/notes/{id}', '/notes', '/internal/deadlines', '/broken']);
    expect(body.paths['/notes/{id}'].get.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'page', in: 'query', required: false, schema: { type: 'string' } },
    ]);
    expect(body.paths['/notes'].post['x-audit']).toBe('note-written');
  });
});
