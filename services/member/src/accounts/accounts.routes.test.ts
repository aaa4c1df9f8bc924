import { describe, expect, it } from '@jest/globals';
import { aService } from '@jifen/test-kit';
import { countyDepartment, memberApp } from '../member-app.fakes.ts';

const attempt = { signInName: 'member1', password: 'password-1', address: '10.0.0.1' };

async function withAccount() {
  const app = await memberApp();
  const issued = await app.http
    .post('/internal/accounts')
    .set(await app.as(aService('seed')))
    .send({ personIds: ['person-1'] });
  expect(issued.body).toEqual({ accounts: [{ personId: 'person-1', signInName: 'member1', password: 'password-1' }] });
  return {
    ...app,
    signIn: async (body: object) =>
      app.http
        .post('/internal/sign-in')
        .set(await app.as(aService('console')))
        .send(body),
  };
}

describe('POST /internal/sign-in', () => {
  it('tells the console who it is', async () => {
    const { signIn, stores } = await withAccount();
    const answer = await signIn(attempt);
    expect([answer.status, answer.body]).toEqual([200, { personId: 'person-1' }]);
    expect(stores.accounts.pending().at(-1)).toMatchObject({ payload: { action: 'signed-in', target: 'person/person-1' } });
  });

  it('answers 401 to wrong words and keeps a record without them', async () => {
    const { signIn, audit } = await withAccount();
    const answer = await signIn({ ...attempt, password: 'guessed' });
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([401, 'wrong-credentials', {}]);
    expect(audit.records).toMatchObject([{ action: 'signed-in', details: { refused: 'wrong-credentials', address: '10.0.0.1' } }]);
    expect(JSON.stringify(audit.records)).not.toContain('guessed');
  });

  it('answers 429 with the time to wait', async () => {
    const { signIn } = await withAccount();
    for (let n = 0; n < 5; n += 1) await signIn({ ...attempt, password: 'guessed' });
    const answer = await signIn(attempt);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([429, 'too-many-attempts', '900']);
  });

  it('is for the console only', async () => {
    const { http, as } = await withAccount();
    expect(
      (
        await http
          .post('/internal/sign-in')
          .set(await as(aService('scoring')))
          .send(attempt)
      ).status,
    ).toBe(403);
  });
});

describe('POST /internal/accounts', () => {
  it('is not for people, whatever their post', async () => {
    const { http, as } = await memberApp();
    const answer = await http
      .post('/internal/accounts')
      .set(await as({ ...countyDepartment }))
      .send({ personIds: ['person-1'] });
    expect(answer.status).toBe(403);
  });
});
