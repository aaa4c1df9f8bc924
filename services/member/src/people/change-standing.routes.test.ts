import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { aGrant } from '@jifen/test-kit';

import { anImport } from '../county.builders.ts';
import { countyDepartment, memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';
import { postsOf } from './caller-of.ts';
import { importCounty } from './import-county.ts';
import { memberCardOf } from './member-card.ts';

const clerk: Caller = { ...supervisor, personId: 'person-7', grants: [aGrant({ role: 'township-clerk', organisation: '/qinghe/lianhu' })] };
const foreignClerk: Caller = { ...clerk, grants: [aGrant({ role: 'township-clerk', organisation: '/qinghe/xianzhi' })] };
const died = { standing: 'death', on: '2026-10-20', document: '莲湖镇党委〔2026〕12号' };

async function scene() {
  const app = await memberApp();
  const put = async (caller: Caller, body: object = died, memberId = 'member-1') =>
    app.http
      .put(`/members/${memberId}/standing`)
      .set(await app.as(caller))
      .send(body);
  const person = async () => {
    const found = await app.stores.people.byMemberId('member-1');
    if (!found) throw new Error('member-1 is known');
    return found;
  };
  return { ...app, put, person };
}

describe('PUT /members/:memberId/standing', () => {
  it.each([
    ['the supervising committee', supervisor, 'person-8'],
    ['the clerk of the township', clerk, 'person-7'],
    ['the county organisation department', countyDepartment, 'person-9'],
  ])('lets %s record that a member has died, with the document', async (_who, caller, by) => {
    const app = await scene();
    const answer = await app.put(caller);
    const left = { because: 'death', on: '2026-10-20', by };
    expect([answer.status, answer.body]).toEqual([200, { memberId: 'member-1', standing: 'full', active: false, left }]);
    expect(memberCardOf(await app.person())).toMatchObject({ active: false, left, version: 2 });
    expect((await app.person()).value.standings).toEqual([{ ...died, by, at: Date.parse('2026-10-25T01:00:00Z') }]);
    expect(app.stores.people.pending()).toMatchObject([
      { type: 'audit', payload: { action: 'member-standing-changed', actor: by, target: 'member/member-1', details: died } },
    ]);
    expect((await app.stores.people.withCardDue(9)).map(({ id }) => id)).toContain('person-1');
  });

  it('ends every post of who has left', async () => {
    const app = await scene();
    const held = async () => (await postsOf(app.stores, await app.person(), app.clock.now())).map(({ role }) => role);
    expect(await held()).toEqual(['member', 'secretary']);
    await app.put(supervisor);
    expect(await held()).toEqual([]);
  });

  it.each(['on-probation-within-party', 'probationary'])('records a change of standing to %s, and the member stays', async (standing) => {
    const app = await scene();
    const answer = await app.put(supervisor, { ...died, standing });
    expect(answer.body).toEqual({ memberId: 'member-1', standing, active: true });
  });

  it('changes nothing when the same is recorded again, and is refused to who has left already', async () => {
    const app = await scene();
    await app.put(supervisor);
    expect((await app.put(clerk)).status).toBe(200);
    expect(app.stores.people.pending()).toHaveLength(1);
    const other = await app.put(supervisor, { ...died, standing: 'transfer' });
    expect([other.status, other.body.code]).toEqual([409, 'member-has-left']);
  });

  it('is not undone by a list that is brought in afterwards', async () => {
    const app = await scene();
    await app.put(supervisor);
    const request = anImport();
    await importCounty(app.deps, { ...request, people: request.people.map((person) => ({ ...person, nameKey: 'another' })) });
    expect((await app.person()).value.membership).toMatchObject({ active: false, left: { because: 'death' } });
  });

  it.each([
    ['a day to come', { ...died, on: '2026-10-26' }, 409, 'standing-in-the-future'],
    ['no document', { standing: 'death', on: '2026-10-20' }, 400, 'invalid-request'],
    ['an unknown standing', { ...died, standing: 'tired' }, 400, 'invalid-request'],
  ])('refuses %s', async (_what, body, status, code) => {
    const app = await scene();
    const answer = await app.put(supervisor, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await app.person()).version).toBe(1);
  });

  it.each([
    ['the secretary of the branch', secretary, 403, 'forbidden'],
    ['the member', plainMember, 403, 'forbidden'],
    ['a neighbour', neighbour, 403, 'forbidden'],
    ['the clerk of another township', foreignClerk, 404, 'unknown-member'],
  ])('is not for %s', async (_who, caller, status, code) => {
    const app = await scene();
    const answer = await app.put(caller);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await app.person()).version).toBe(1);
  });
});
