import { describe, expect, it } from '@jest/globals';
import type { Caller, Post } from '@jifen/contracts';
import { aGrant } from '@jifen/test-kit';
import { memberApp, neighbour, plainMember, secretary, supervisor } from '../member-app.fakes.ts';

const clerk: Caller = { ...supervisor, personId: 'person-7', grants: [aGrant({ role: 'township-clerk', organisation: '/qinghe/lianhu' })] };
const change = {
  role: 'secretary',
  deputy: false,
  memberId: 'member-2',
  from: '2026-11-01',
  until: '2029-10-31',
  document: '莲湖镇党委〔2026〕15号',
};
const firstDay = Date.parse('2026-11-01T00:00:00+08:00');
const afterLastDay = Date.parse('2029-11-01T00:00:00+08:00');

async function scene() {
  const app = await memberApp();
  const put = async (caller: Caller, body: object = change) =>
    app.http
      .put('/branches/dongwan/posts')
      .set(await app.as(caller))
      .send(body);
  const kept = async () => (await app.stores.organisations.byIds(['dongwan']))[0];
  return { ...app, put, kept };
}

describe('PUT /branches/:branchId/posts (换任)', () => {
  it.each([
    ['the clerk of the township', clerk, 'person-7'],
    ['the supervising committee', supervisor, 'person-8'],
  ])('lets %s record that a post has passed on: the one before ends on that day', async (_who, caller, by) => {
    const app = await scene();
    const answer = await app.put(caller);
    expect(answer.status).toBe(200);
    expect(answer.body.posts.map(({ memberId, role, from, until }: Post) => [memberId, role, from, until])).toEqual([
      ['member-1', 'secretary', 0, firstDay],
      ['member-2', 'secretary', firstDay, afterLastDay],
    ]);
    expect((await app.kept())?.value.postChanges).toEqual([{ ...change, by, at: app.clock.now() }]);
    expect(app.stores.organisations.pending()).toMatchObject([
      { type: 'audit', payload: { action: 'post-holder-changed', actor: by, target: 'branch/dongwan', details: change } },
    ]);
  });

  it('changes nothing when the same is recorded again', async () => {
    const app = await scene();
    await app.put(clerk);
    expect((await app.put(supervisor)).status).toBe(200);
    expect((await app.kept())?.version).toBe(2);
  });

  it('leaves the committee as it is but for the one who makes room', async () => {
    const app = await scene();
    const seat = { ...change, role: 'committee-member' };
    await app.put(clerk, { ...seat, memberId: 'member-1' });
    const { body } = await app.put(clerk, { ...seat, replaces: 'member-1', from: '2026-12-01' });
    const committee = body.posts.filter(({ role }: Post) => role === 'committee-member');
    expect(committee.map(({ memberId, until }: Post) => [memberId, until])).toEqual([
      ['member-1', Date.parse('2026-12-01T00:00:00+08:00')],
      ['member-2', afterLastDay],
    ]);
  });

  it.each([
    ['a term that ends before it begins', { ...change, until: '2026-10-31' }, 422, 'post-ends-before-it-begins'],
    ['whoever is no member of the branch', { ...change, memberId: 'member-9' }, 404, 'unknown-member'],
    ['a post above the branch', { ...change, role: 'supervising-committee' }, 400, 'invalid-request'],
    ['no document', { ...change, document: ' ' }, 400, 'invalid-request'],
  ])('refuses %s', async (_what, body, status, code) => {
    const app = await scene();
    const answer = await app.put(clerk, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await app.kept())?.version).toBe(1);
  });

  it.each([
    ['the secretary', secretary, 403, 'forbidden'],
    ['a member', plainMember, 403, 'forbidden'],
    ['a neighbour', neighbour, 403, 'forbidden'],
  ])('is not for %s', async (_who, caller, status, code) => {
    const app = await scene();
    const answer = await app.put(caller);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
