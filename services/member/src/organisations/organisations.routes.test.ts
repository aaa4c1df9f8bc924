import { describe, expect, it } from '@jest/globals';
import { memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

describe('GET /branches/:branchId', () => {
  it('shows a branch to its members', async () => {
    const { http, as } = await memberApp();
    const { status, body } = await http.get('/branches/dongwan').set(await as(plainMember));
    expect(status).toBe(200);
    expect(body).toMatchObject({ branchId: 'dongwan', committeeId: 'lianhu', partyDay: 15, version: 1 });
  });

  it.each(['dongwan', 'nowhere', 'lianhu'])('answers 404 to a neighbour who asks for %s', async (branchId) => {
    const { http, as } = await memberApp();
    expect((await http.get(`/branches/${branchId}`).set(await as(neighbour))).status).toBe(404);
  });
});

describe('PUT /branches/:branchId/party-day', () => {
  it('sets the day, with its audit record and the news for scoring in the same write', async () => {
    const { http, as, stores } = await memberApp();
    const { status, body } = await http
      .put('/branches/dongwan/party-day')
      .set(await as(supervisor))
      .send({ partyDay: 20 });
    expect([status, body.partyDay, body.version]).toEqual([200, 20, 2]);
    expect(stores.organisations.pending()).toMatchObject([
      { type: 'audit', payload: { action: 'party-day-changed', actor: 'person-8', target: 'branch/dongwan', details: { partyDay: 20 } } },
      { type: 'deadlines-changed', payload: { branchId: 'dongwan' } },
    ]);
  });

  it('changes nothing when the day is the same', async () => {
    const { http, as, stores } = await memberApp();
    const { body } = await http
      .put('/branches/dongwan/party-day')
      .set(await as(supervisor))
      .send({ partyDay: 15 });
    expect(body.version).toBe(1);
    expect(stores.organisations.pending()).toEqual([]);
  });

  it.each([
    ['the secretary of the branch', secretary, 403],
    ['a neighbour', neighbour, 404],
  ])('refuses %s and changes nothing', async (_who, caller, status) => {
    const { http, as, stores, audit } = await memberApp();
    expect(
      (
        await http
          .put('/branches/dongwan/party-day')
          .set(await as(caller))
          .send({ partyDay: 20 })
      ).status,
    ).toBe(status);
    expect((await stores.organisations.byIds(['dongwan']))[0]?.version).toBe(1);
    expect(audit.records).toMatchObject([{ action: 'party-day-changed', result: 'refused' }]);
  });

  it.each([
    ['an unknown field', '{"partyDay":20,"name":"x"}'],
    ['an operator', '{"partyDay":{"$gt":1}}'],
    ['a prototype', '{"partyDay":20,"__proto__":{"a":1}}'],
    ['a day that a month may lack', '{"partyDay":29}'],
    ['a number in words', '{"partyDay":"20"}'],
  ])('refuses %s and writes nothing', async (_what, sent) => {
    const { http, as, stores } = await memberApp();
    const answer = await http
      .put('/branches/dongwan/party-day')
      .set(await as(supervisor))
      .type('json')
      .send(sent);
    expect(answer.status).toBe(400);
    expect((await stores.organisations.byIds(['dongwan']))[0]?.version).toBe(1);
  });
});
