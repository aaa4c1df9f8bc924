import { beforeEach, describe, expect, it } from '@jest/globals';
import { branchMonthPage } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aCaller, aGrant } from '@jifen/test-kit';
import { member, secretary, stranger, superior } from '../decisions/october.builders.ts';
import { listBranchMonths } from './list-branch-months.ts';
import { type ReadWorld, readWorld } from './reads.builders.ts';

const department: Caller = {
  service: 'console',
  personId: 'person-91',
  grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })],
};

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
  const record = await world.record();
  const copy = (branchId: string, committee: string, period: string) => {
    const path = `/qinghe/${committee}/${branchId}`;
    return { ...record, _id: `${branchId}/${period}`, branchId, period, path, scopes: ['/qinghe', `/qinghe/${committee}`, path] };
  };
  await world.months.insert(copy('dongwan', 'lianhu', '2026-09'), []);
  await world.months.insert(copy('xiwan', 'lianhu', '2026-10'), []);
  await world.months.insert(copy('nanshan', 'nanshan-town', '2026-10'), []);
});

async function listed(caller: Caller, query: Partial<Parameters<typeof listBranchMonths>[1]['query']> = {}) {
  const page = await listBranchMonths(world.months, { query: { page: 1, pageSize: 20, ...query }, caller, now: world.clock.now() });
  return branchMonthPage.parse(page);
}
const idsOf = ({ items }: Awaited<ReturnType<typeof listed>>) => items.map(({ branchId, period }) => `${branchId}/${period}`);

describe('the list of branches’ months', () => {
  it('holds what lies in the caller’s scope, the newest month first', async () => {
    expect(idsOf(await listed(superior))).toEqual(['dongwan/2026-10', 'xiwan/2026-10', 'dongwan/2026-09']);
    expect(idsOf(await listed(secretary))).toEqual(['dongwan/2026-10', 'dongwan/2026-09']);
    expect(idsOf(await listed(member(5)))).toEqual(['dongwan/2026-10', 'dongwan/2026-09']);
    expect(idsOf(await listed(stranger))).toEqual(['xiwan/2026-10']);
  });

  it('is empty for who holds no post that reads it', async () => {
    const administrator = aCaller({ grants: [aGrant({ role: 'system-administrator', organisation: '/qinghe' })] });
    expect(await listed(administrator)).toEqual({ items: [], total: 0, page: 1, pageSize: 20 });
  });

  it('comes page by page, and by month and stage', async () => {
    expect(await listed(superior, { page: 2, pageSize: 2 })).toMatchObject({ total: 3, page: 2, items: [{ period: '2026-09' }] });
    expect(idsOf(await listed(superior, { period: '2026-09' }))).toEqual(['dongwan/2026-09']);
    expect(await listed(superior, { stage: 'filed' })).toMatchObject({ total: 0 });
  });

  it.each([
    ['a committee', '/qinghe/lianhu', ['dongwan/2026-10', 'xiwan/2026-10', 'dongwan/2026-09']],
    ['another committee', '/qinghe/nanshan-town', ['nanshan/2026-10']],
    ['one branch', '/qinghe/lianhu/xiwan', ['xiwan/2026-10']],
    ['the whole scope', '/qinghe', ['dongwan/2026-10', 'nanshan/2026-10', 'xiwan/2026-10', 'dongwan/2026-09']],
    ['a committee that there is not', '/qinghe/lian', []],
    ['another county', '/other', []],
  ])('is narrowed by the county department to %s', async (_what, organisation, months) => {
    const page = await listed(department, { organisation });
    expect([idsOf(page), page.total]).toEqual([months, months.length]);
  });

  it.each([
    ['the county above them', '/qinghe'],
    ['a committee beside them', '/qinghe/nanshan-town'],
  ])('is narrowed, never widened: whoever asks for %s sees nothing', async (_what, organisation) => {
    expect(await listed(superior, { organisation })).toEqual({ items: [], total: 0, page: 1, pageSize: 20 });
    expect(await listed(member(5), { organisation })).toMatchObject({ total: 0 });
  });

  it('is narrowed page by page, beside month, stage and what is overdue', async () => {
    const organisation = '/qinghe/lianhu';
    world.clock.set('2026-11-06T00:00:00+08:00');
    expect(await listed(department, { organisation, page: 2, pageSize: 2 })).toMatchObject({ total: 3, items: [{ period: '2026-09' }] });
    expect(idsOf(await listed(department, { organisation, period: '2026-10', stage: 'applying', overdue: 'only' }))).toEqual([
      'dongwan/2026-10',
      'xiwan/2026-10',
    ]);
    expect(await listed(department, { organisation: '/qinghe/nanshan-town', period: '2026-09' })).toMatchObject({ total: 0 });
  });

  it('comes with what is due first first, and only what is overdue where that is asked for', async () => {
    world.clock.set('2026-11-06T00:00:00+08:00');
    expect((await listed(superior, { overdue: 'only', order: 'due-first' })).total).toBe(3);
    world.clock.set('2026-11-05T23:59:00+08:00');
    expect((await listed(superior, { overdue: 'only', order: 'due-first' })).total).toBe(0);
  });

  it('tells place, step, deadline and counters of each', async () => {
    expect((await listed(secretary, { period: '2026-10' })).items[0]).toEqual({
      branchId: 'dongwan',
      organisation: '/qinghe/lianhu/dongwan',
      branchName: '东湾村党支部',
      period: '2026-10',
      stage: 'applying',
      round: 1,
      next: { mark: 3, step: 'application', lastDay: '2026-11-05', reminds: true },
      overdue: false,
      counters: { due: 8, applied: 0, onBehalf: 0, late: 0, absent: 0, objections: 0, heldBack: 0 },
    });
  });
});
