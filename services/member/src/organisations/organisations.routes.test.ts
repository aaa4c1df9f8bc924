import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { aGrant } from '@jifen/test-kit';
import { anImport } from '../county.builders.ts';
import { countyDepartment, memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';
import { importCounty } from '../people/import-county.ts';

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

describe('GET /committees', () => {
  async function committeesFor(caller: Caller) {
    const { http, as, deps } = await memberApp();
    const nanshan = { id: 'nanshan', kind: 'supervising-committee', path: '/qinghe/nanshan', name: '南山镇党委' } as const;
    await importCounty(deps, anImport({ organisations: [nanshan], people: [], posts: [] }));
    const { status, body } = await http.get('/committees').set(await as(caller));
    return { status, committees: body.committees };
  }
  const lianhu = { id: 'lianhu', path: '/qinghe/lianhu', name: '莲湖镇党委' };

  it('names the county department all committees, and a committee itself', async () => {
    expect(await committeesFor(countyDepartment)).toEqual({
      status: 200,
      committees: [lianhu, { id: 'nanshan', path: '/qinghe/nanshan', name: '南山镇党委' }],
    });
    expect((await committeesFor(supervisor)).committees).toEqual([lianhu]);
  });

  it('names none to whoever holds a post in a branch only', async () =>
    expect(await committeesFor(secretary)).toEqual({ status: 200, committees: [] }));

  it.each([
    ['an administrator', { ...countyDepartment, grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] }],
    ['an official whose term is over', { ...countyDepartment, grants: [aGrant({ role: 'county-organisation-department', until: 1 })] }],
  ])('is refused to %s', async (_who, caller) => {
    expect(await committeesFor(caller)).toEqual({ status: 403, committees: undefined });
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
    ['a neighbour', { ...supervisor, grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/nanshan' })] }, 404],
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
