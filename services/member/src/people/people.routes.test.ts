import { describe, expect, it } from '@jest/globals';
import { aGrant, aService } from '@jifen/test-kit';
import { memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

const reason = '核对联系方式';

describe('GET /me', () => {
  it('names the person and every post that they hold, their membership first', async () => {
    const { http, as } = await memberApp();
    const { status, body } = await http.get('/me').set(await as(secretary));
    expect(status).toBe(200);
    expect(body).toMatchObject({ personId: 'person-1', memberId: 'member-1', name: '党员1' });
    expect(body.posts.map((post: { role: string; organisationName: string }) => [post.role, post.organisationName])).toEqual([
      ['member', '东湾村党支部'],
      ['secretary', '东湾村党支部'],
    ]);
  });

  it('is for people who are signed in', async () => {
    const { http, as } = await memberApp();
    expect((await http.get('/me')).status).toBe(401);
    expect((await http.get('/me').set(await as(aService('scoring')))).status).toBe(401);
  });
});

describe('GET /branches/:branchId/members', () => {
  it('shows the roster with masked telephones, no address and no identity number', async () => {
    const { http, as } = await memberApp();
    const { status, body, text } = await http.get('/branches/dongwan/members').set(await as(secretary));
    expect(status).toBe(200);
    expect(body.members).toMatchObject([
      { memberId: 'member-1', rosterNumber: 1, telephoneMasked: '126****1234', hasEmail: true },
      { memberId: 'member-2', rosterNumber: 2, hasEmail: false },
    ]);
    for (const hidden of ['12600001234', '999901197001011233', 'member1@', 'sealed|', 'fingerprint']) expect(text).not.toContain(hidden);
  });

  it('answers a foreign branch like one that does not exist', async () => {
    const { http, as, audit } = await memberApp();
    const foreign = await http.get('/branches/dongwan/members').set(await as(neighbour));
    const missing = await http.get('/branches/nowhere/members').set(await as(neighbour));
    expect([foreign.status, foreign.body.code]).toEqual([404, 'unknown-branch']);
    expect([missing.status, missing.body.code]).toEqual([404, 'unknown-branch']);
    expect(audit.records.map(({ result }) => result)).toEqual(['refused', 'refused']);
  });

  it('is not for members without a post', async () => {
    const { http, as } = await memberApp();
    const { status, body } = await http.get('/branches/dongwan/members').set(await as(plainMember));
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

describe('POST /members/:memberId/unmask', () => {
  it('shows one field to the committee above, with who, what and why on record before', async () => {
    const { http, as, audit } = await memberApp();
    const answer = await http
      .post('/members/member-1/unmask')
      .set(await as(supervisor))
      .send({ field: 'identityNumber', reason });
    expect([answer.status, answer.body]).toEqual([200, { value: '999901197001011233' }]);
    expect(audit.records).toMatchObject([
      {
        action: 'member-unmasked',
        actor: 'person-8',
        target: 'member/member-1',
        organisation: '/qinghe/lianhu/dongwan',
        result: 'done',
        details: { field: 'identityNumber', reason },
      },
    ]);
    expect(JSON.stringify(audit.records)).not.toContain('999901197001011233');
  });

  it('shows nothing while no record can be kept', async () => {
    const { http, as, audit } = await memberApp();
    audit.standStillFor(61_000);
    const answer = await http
      .post('/members/member-1/unmask')
      .set(await as(supervisor))
      .send({ field: 'telephone', reason });
    expect([answer.status, answer.body.code]).toEqual([503, 'audit-unavailable']);
  });

  it.each([
    ['the secretary of the branch', secretary, 403, 'forbidden'],
    ['a neighbour without such a post', neighbour, 403, 'forbidden'],
    [
      'another committee',
      { ...supervisor, grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/nanshan' })] },
      404,
      'unknown-member',
    ],
  ])('refuses %s and leaves a record of it', async (_who, caller, status, code) => {
    const { http, as, audit } = await memberApp();
    const answer = await http
      .post('/members/member-1/unmask')
      .set(await as(caller))
      .send({ field: 'telephone', reason });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(audit.records).toMatchObject([{ action: 'member-unmasked', result: 'refused', details: { code } }]);
  });

  it('wants a reason', async () => {
    const { http, as } = await memberApp();
    const answer = await http
      .post('/members/member-1/unmask')
      .set(await as(supervisor))
      .send({ field: 'telephone', reason: ' 无 ' });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });
});

describe('POST /internal/contacts', () => {
  it('tells notification, and nobody else, how people are reached', async () => {
    const { http, as } = await memberApp();
    const body = { personIds: ['person-1', 'person-2', 'person-9'] };
    const answer = await http
      .post('/internal/contacts')
      .set(await as(aService('notification')))
      .send(body);
    expect(answer.body.contacts).toEqual([
      { personId: 'person-1', name: '党员1', email: 'member1@dongwan.invalid', telephone: '12600001234' },
      { personId: 'person-2', name: '党员2' },
    ]);
    expect(
      (
        await http
          .post('/internal/contacts')
          .set(await as(aService('scoring')))
          .send(body)
      ).status,
    ).toBe(403);
    expect(
      (
        await http
          .post('/internal/contacts')
          .set(await as(supervisor))
          .send(body)
      ).status,
    ).toBe(403);
  });
});
