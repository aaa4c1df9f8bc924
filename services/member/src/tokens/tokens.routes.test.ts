import { describe, expect, it } from '@jest/globals';
import { memberApp } from '../member-app.fakes.ts';

const asConsole = { 'x-service': 'console', 'x-service-secret': 'console-secret' };

describe('POST /internal/tokens', () => {
  it('gives the console a token of the person it acts for', async () => {
    const { http } = await memberApp();
    const answer = await http.post('/internal/tokens').set(asConsole).send({ personId: 'person-2' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.token)).toMatchObject({ service: 'console', personId: 'person-2', memberId: 'member-2' });
  });

  it('answers 401 to a wrong secret and keeps a record', async () => {
    const { http, audit } = await memberApp();
    const answer = await http
      .post('/internal/tokens')
      .set({ ...asConsole, 'x-service-secret': 'wrong' })
      .send({});
    expect([answer.status, answer.body.code]).toEqual([401, 'wrong-service-secret']);
    expect(audit.records).toMatchObject([{ target: 'token', details: { refused: 'wrong-service-secret' } }]);
  });

  it.each([
    ['no secret', { 'x-service': 'console' }, {}],
    ['an unknown field', asConsole, { role: 'secretary' }],
    ['an operator', asConsole, { personId: { $ne: '' } }],
  ])('answers 400 to %s', async (_what, headers, body) => {
    const { http } = await memberApp();
    expect(
      (
        await http
          .post('/internal/tokens')
          .set(headers as Record<string, string>)
          .send(body)
      ).status,
    ).toBe(400);
  });
});
