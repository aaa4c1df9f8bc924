import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventPayloads } from '../outbox/events.ts';
import { continueComparison } from './continue-comparison.ts';
import { type SchemesWorld, schemesWorld, villageScheme } from './schemes-world.builders.ts';

let world: SchemesWorld;
beforeEach(async () => {
  world = await schemesWorld();
});

const one = '/scheme-versions/v1';
const comparison = `${one}/comparisons/c1`;
const file = (perAbsence: string) => ({
  kind: 'file' as const,
  name: '办法.json',
  text: JSON.stringify(villageScheme('办法', perAbsence)),
});

/** In force from October: half a point for an absence; the draft takes two. */
async function twoSchemes(): Promise<void> {
  await world.draft('v0', { origin: file('-0.5') });
  const present = await world.versions.find('v0');
  if (!present) throw new Error('no draft');
  const adoption = { from: '2026-01', document: { number: '1号', on: '2026-01-01' }, reason: '试行' };
  const state = { status: 'adopted', findings: [], comparisonId: 'c0', adoption } as unknown as (typeof present)['state'];
  await world.versions.update({ ...present, version: 2, state }, []);
  await world.draft('v1', { origin: file('-2') });
  await world.post(`${one}/lint`);
}

describe('trying a draft on a year of the record', () => {
  it('tells what would change, by names, and says what it has no place for', async () => {
    await twoSchemes();
    await world.addMonth({ memberId: 'member-1' }, '2026-08', [{ amount: -100 }, { component: 'task', item: 'fulfilments', amount: 550 }]);
    await world.addMonth({ memberId: 'member-2' }, '2026-08', [{ item: 'late-dues', amount: -50 }]);
    await world.addMonth({ memberId: 'member-3' }, '2026-08', [{ amount: -50 }]);
    await world.addMonth({ memberId: 'member-3' }, '2026-10', [{ amount: -50 }]);
    await world.put(comparison, { year: 'this' });
    expect(await world.compareAll('v1')).toBe(1);
    const { body } = await world.get(one);
    expect(body.comparison).toMatchObject({
      year: 2026,
      until: '2026-09',
      status: 'finished',
      branches: { looked: 1, all: 1 },
      presentTitle: '办法',
      members: 3,
      higher: 0,
      lower: 2,
      same: 1,
      totals: [
        { from: 10, present: 1, draft: 1 },
        { from: 20, present: 2, draft: 2 },
      ],
      leftOut: [{ title: '', code: 'no-such-item', count: 1 }],
      affected: [
        { name: '党员1', branchName: '东湾村党支部', present: '24.5', draft: '21.5', difference: '-3' },
        { name: '党员3', branchName: '东湾村党支部', present: '19.5', draft: '18', difference: '-1.5' },
      ],
    });
  });

  it('a row that was taken back is not counted', async () => {
    await twoSchemes();
    await world.addMonth({ memberId: 'member-1' }, '2026-08', [{ amount: -50 }, { amount: 50, reverses: 'member-1/2026-08/0' }]);
    await world.put(comparison, { year: 'this' });
    await world.compareAll('v1');
    expect((await world.get(one)).body.comparison).toMatchObject({ members: 1, same: 1, affected: [] });
  });

  it('last year is evaluated as a whole', async () => {
    await twoSchemes();
    await world.addMonth({ memberId: 'member-1' }, '2025-12', [{ amount: -50 }]);
    await world.put(comparison, { year: 'last' });
    await world.compareAll('v1');
    const told = (await world.get(one)).body.comparison;
    expect([told?.year, told?.until, told?.members]).toEqual([2025, undefined, 1]);
    expect(told).toMatchObject({ presentTitle: '办法', affected: [{ present: '19.5', draft: '18' }] });
  });

  it('names grades from the best to the last, with those who change', async () => {
    const grading = (good: string) => ({
      of: 'total',
      grades: [
        { id: 'z', title: '好' },
        { id: 'a', title: '一般' },
      ],
      tables: [
        {
          bands: [
            { grade: 'z', in: `[${good},)` },
            { grade: 'a', in: `(,${good})` },
          ],
        },
      ],
    });
    await twoSchemes();
    const scheme = (good: string) => ({ ...villageScheme('办法', '-0.5'), grading: grading(good) });
    const present = await world.versions.find('v0');
    if (!present) throw new Error('no version');
    await world.versions.update({ ...present, version: 3, scheme: scheme('19') as unknown as typeof present.scheme }, []);
    await world.put(`${one}/scheme`, { name: 'a', text: JSON.stringify(scheme('20')), replaces: 1 });
    await world.post(`${one}/lint`);
    await world.addMonth({ memberId: 'member-1' }, '2025-12', [{ amount: -50 }]);
    await world.addMonth({ memberId: 'member-2' }, '2025-12', [{ amount: -150 }]);
    await world.addMonth({ memberId: 'member-3' }, '2025-12');
    await world.put(comparison, { year: 'last' });
    await world.compareAll('v1');
    const told = (await world.get(one)).body.comparison;
    expect(told?.grades).toEqual([
      { title: '好', present: 2, draft: 1 },
      { title: '一般', present: 1, draft: 2 },
    ]);
    expect(told?.changes).toEqual([
      { from: '好', to: '好', count: 1 },
      { from: '好', to: '一般', count: 1 },
      { from: '一般', to: '一般', count: 1 },
    ]);
  });

  it('goes through the branches of the county page by page, those of the sector only', async () => {
    await twoSchemes();
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await world.addBranch(`branch-${n}`);
      await world.addMonth({ memberId: `branch-${n}-1`, branchId: `branch-${n}` }, '2026-08', [{ amount: -50 }]);
    }
    await world.addBranch('school', { sector: 'public-institution' });
    await world.addMonth({ memberId: 'school-1', branchId: 'school' }, '2026-08', [{ amount: -50 }]);
    await world.addBranch('far', { path: '/lingshan/far' });
    await world.addMonth({ memberId: 'far-1', branchId: 'far' }, '2026-08', [{ amount: -50 }]);
    const begun = await world.put(comparison, { year: 'this' });
    expect(begun.body.comparison).toMatchObject({ status: 'running', branches: { looked: 0, all: 9 }, members: 0 });
    expect(await world.compareAll('v1')).toBe(2);
    expect((await world.get(one)).body.comparison).toMatchObject({
      status: 'finished',
      branches: { looked: 9, all: 9 },
      members: 7,
      lower: 7,
    });
  });

  it('lost half-way it goes on where it stood; a page delivered twice counts once', async () => {
    await twoSchemes();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await world.addBranch(`branch-${n}`);
      await world.addMonth({ memberId: `branch-${n}-1`, branchId: `branch-${n}` }, '2026-08', [{ amount: -50 }]);
    }
    await world.put(comparison, { year: 'this' });
    const ports = { ...world.reads, breathe: async () => {} };
    const page = (looked: number) => ({ versionId: 'v1', comparisonId: 'c1', looked }) satisfies EventPayloads['compare-schemes'];
    const lost = { ...ports, versions: { ...ports.versions, update: async () => Promise.reject(new Error('lost')) } };
    await expect(continueComparison(lost, page(0))).rejects.toThrow('lost');
    await continueComparison(ports, page(0));
    await continueComparison(ports, page(0));
    expect((await world.get(one)).body.comparison).toMatchObject({ branches: { looked: 5 }, members: 5 });
    await continueComparison(ports, page(5));
    await continueComparison(ports, page(5));
    expect((await world.get(one)).body.comparison).toMatchObject({ status: 'finished', members: 6 });
  });

  it('keeps what somebody else wrote while a page was being counted', async () => {
    await twoSchemes();
    await world.addMonth({ memberId: 'member-1' }, '2026-08', [{ amount: -50 }]);
    await world.put(comparison, { year: 'this' });
    const breathe = async () => {
      const record = await world.versions.find('v1');
      if (record) await world.versions.update({ ...record, version: record.version + 1, changedAt: 77 }, []);
    };
    await continueComparison({ ...world.reads, breathe }, { versionId: 'v1', comparisonId: 'c1', looked: 0 });
    const record = await world.versions.find('v1');
    expect([record?.changedAt, record?.comparison?.status]).toEqual([77, 'finished']);
  });

  it('stops when the scheme is mended, or another comparison is begun', async () => {
    await twoSchemes();
    await world.put(comparison, { year: 'this' });
    await world.put(`${one}/comparisons/c2`, { year: 'last' });
    await continueComparison({ ...world.reads, breathe: async () => {} }, { versionId: 'v1', comparisonId: 'c1', looked: 0 });
    expect((await world.get(one)).body.comparison).toMatchObject({ id: 'c2', status: 'running' });
    await world.compareAll('v1');
    expect((await world.get(one)).body.comparison).toMatchObject({ id: 'c2', year: 2025, status: 'finished' });
  });

  it('lets others have their turn after each member', async () => {
    await twoSchemes();
    for (const n of [1, 2, 3]) await world.addMonth({ memberId: `member-${n}` }, '2026-08', [{ amount: -50 }]);
    await world.put(comparison, { year: 'this' });
    let turns = 0;
    const breathe = async () => {
      turns += 1;
    };
    await continueComparison({ ...world.reads, breathe }, { versionId: 'v1', comparisonId: 'c1', looked: 0 });
    expect(turns).toBe(3);
  });

  it('begins once, in its order, and is confirmed only when it is finished', async () => {
    await twoSchemes();
    await world.put(comparison, { year: 'this' });
    await world.put(comparison, { year: 'this' });
    expect(world.versions.pendingOf('v1').filter(({ type }) => type === 'compare-schemes')).toHaveLength(1);
    const early = await world.put(`${comparison}/seen`, {});
    expect([early.status, early.body.code]).toEqual([409, 'comparison-not-finished']);
    expect((await world.put(`${one}/comparisons/c9/seen`, {})).status).toBe(404);
    await world.draft('v2');
    expect((await world.put('/scheme-versions/v2/comparisons/c1', { year: 'this' })).body.code).toBe('scheme-not-linted');
  });

  it('is refused where the scheme cannot be evaluated, and for this year in January', async () => {
    await twoSchemes();
    const twice = {
      ...villageScheme('办法', '-1'),
      grading: { of: 'nowhere', grades: [{ id: 'a', title: '甲' }], tables: [{ bands: [{ grade: 'a', in: '[0,)' }] }] },
    };
    await world.put(`${one}/scheme`, { name: 'a', text: JSON.stringify(twice), replaces: 1 });
    await world.post(`${one}/lint`);
    expect((await world.put(comparison, { year: 'this' })).body).toMatchObject({ code: 'scheme-has-errors', facts: { count: 1 } });
    world.clock.set('2027-01-15T09:00:00+08:00');
    await world.draft('v2', { origin: file('-2') });
    await world.post('/scheme-versions/v2/lint');
    expect((await world.put('/scheme-versions/v2/comparisons/c1', { year: 'this' })).body.code).toBe('no-settled-month');
  });
});
