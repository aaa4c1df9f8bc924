import { expect, it } from '@jest/globals';
import { period } from '@jifen/domain';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { aBranchMonth, inBranch } from './branch-month.builders.ts';
import type { BranchMonthRecord, BranchMonthStore } from './branch-month.store.ts';
import { storedMonth } from './branch-month.stored.ts';

const ids = (records: readonly { _id: string }[]) => records.map(({ _id }) => _id);

const anApplied = ({ state }: BranchMonthRecord) => ({ ...state.participants[1], application: 'applied' });

export function branchMonthStoreSuite(make: () => Promise<BranchMonthStore & Plantable>): void {
  const document = storedMonth(aBranchMonth());
  const collection = 'branchMonths';
  documentSuite<BranchMonthStore>(
    { make, read: (months) => months.find('dongwan', '2026-10') },
    {
      collection,
      document,
      broken: {
        version: '1',
        'state.rounds.0.lines.0.registeredClaim': undefined,
        'state.participants.1.application': 'asleep',
        'state.profile.task.rates.done': undefined,
        'scheme.ofLaterRelease': 1,
        'participants.2.personId': null,
        'counters.due': undefined,
      },
    },
  );
  documentSuite<BranchMonthStore>(
    { make, read: (months) => months.open({ limit: 1 }) },
    { collection, document, broken: { 'state.posts.secretary': undefined } },
  );
  documentSuite<BranchMonthStore>(
    { make, read: (months) => months.ofBranch('dongwan') },
    { collection, document, broken: { 'deadlines.0.dueAt': '5' } },
  );

  it('keeps in a month what a later release has added to its state', async () => {
    const months = await make();
    await months.plant({ ...document, state: { ...document.state, ofLaterRelease: 1 } });
    const read = await months.find('dongwan', '2026-10');
    if (!read) throw new Error('the month is not there');
    await months.update({ ...read, version: 2, state: { ...read.state, rosterHash: 'another' } }, []);
    expect((await months.find('dongwan', '2026-10'))?.state).toMatchObject({ rosterHash: 'another', ofLaterRelease: 1 });
  });

  it('keeps a month as it was inserted, once', async () => {
    const months = await make();
    expect(await months.insert(aBranchMonth(), [])).toBe('inserted');
    expect(await months.insert(aBranchMonth({ ceiling: 500 }), [])).toBe('exists');
    expect(await months.find('dongwan', '2026-10')).toEqual(aBranchMonth());
    expect(await months.find('dongwan', '2026-09')).toBeUndefined();
  });

  it('writes only over the version that was read', async () => {
    const months = await make();
    await months.insert(aBranchMonth(), []);
    const next = aBranchMonth({ version: 2, stage: 'registering', actIds: ['review-one'], awaitingProjection: 'review-one' });
    expect(await months.update(next, [])).toBe('written');
    expect(await months.update(next, [])).toBe('outdated');
    expect(await months.find('dongwan', '2026-10')).toEqual(next);
  });

  it('reads a month that was written part by part as it was written', async () => {
    const months = await make();
    await months.insert(aBranchMonth({ awaitingProjection: 'meeting-one' }), []);
    const read = await months.find('dongwan', '2026-10');
    if (!read) throw new Error('the month is not there');
    const { awaitingProjection: _gone, ...rest } = read;
    const state = { ...read.state, participants: read.state.participants.with(1, anApplied(read) as never) };
    const second = { ...rest, version: 2, state, actIds: ['one'], counters: { ...read.counters, applied: 1 } };
    expect(await months.update(second, [])).toBe('written');
    expect(await months.find('dongwan', '2026-10')).toEqual(second);
    const third = { ...second, version: 3, deadlines: [], state: { ...state, participants: read.state.participants } };
    expect(await months.update(third, [])).toBe('written');
    expect(await months.find('dongwan', '2026-10')).toEqual(third);
    expect(await months.update({ ...second, version: 3 }, [])).toBe('outdated');
    expect(await months.find('dongwan', '2026-10')).toEqual(third);
  });

  it('never writes what is frozen', async () => {
    const months = await make();
    await months.insert(aBranchMonth(), []);
    await months.update(aBranchMonth({ version: 2, stage: 'registering', ceiling: 500, path: '/elsewhere' }), []);
    expect(await months.find('dongwan', '2026-10')).toEqual(aBranchMonth({ version: 2, stage: 'registering' }));
  });

  it('announces to open months without touching them', async () => {
    const months = await make();
    await months.insert(aBranchMonth(), []);
    await months.announce([{ id: 'clock-changed/1', type: 'clock-changed', at: 1, payload: {} }]);
    expect(await months.find('dongwan', '2026-10')).toEqual(aBranchMonth());
    expect(await months.update(aBranchMonth({ version: 2 }), [])).toBe('written');
  });

  it('takes back what is not there any more', async () => {
    const months = await make();
    await months.insert(aBranchMonth({ awaitingProjection: 'meeting-one' }), []);
    await months.update(aBranchMonth({ version: 2, awaitingProjection: undefined }), []);
    expect((await months.find('dongwan', '2026-10'))?.awaitingProjection).toBeUndefined();
  });

  it('lists in which month a month is decided, until a supplement of its own takes that back', async () => {
    const months = await make();
    const decidedWith = { closing: period('2026-12'), by: 'quarter' as const };
    const listed = async () => (await months.ofBranch('dongwan')).map((month) => month.decidedWith);
    await months.insert(aBranchMonth({ decidedWith }), []);
    expect(await listed()).toEqual([decidedWith]);
    await months.update(aBranchMonth({ version: 2, decidedWith: undefined }), []);
    expect(await listed()).toEqual([undefined]);
  });

  it('lets exactly one of many writers win', async () => {
    const months = await make();
    await months.insert(aBranchMonth(), []);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => months.update(aBranchMonth({ version: 2, rosterHash: `roster-${n}` }), [])),
    );
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
  });

  it('pages the months of a scope, the newest period first, by period and by stage', async () => {
    const months = await make();
    await months.insert(inBranch('dongwan'), []);
    await months.insert(inBranch('dongwan', { period: '2026-09', stage: 'closed' }), []);
    await months.insert(inBranch('xiwan'), []);
    await months.insert(inBranch('far', { path: '/other/far', scopes: ['/other', '/other/far'] }), []);
    const page = { scopes: ['/qinghe/lianhu'], page: 1, pageSize: 2 };
    const first = await months.page(page);
    expect(first.total).toBe(3);
    expect(ids(first.items)).toEqual(['dongwan/2026-10', 'xiwan/2026-10']);
    expect(ids((await months.page({ ...page, page: 2 })).items)).toEqual(['dongwan/2026-09']);
    expect(ids((await months.page({ ...page, period: '2026-09' })).items)).toEqual(['dongwan/2026-09']);
    expect(ids((await months.page({ ...page, stage: 'closed' })).items)).toEqual(['dongwan/2026-09']);
    expect(ids((await months.page({ ...page, scopes: ['/qinghe/lianhu/dongwan', '/other'] })).items)).toEqual([
      'dongwan/2026-10',
      'far/2026-10',
    ]);
  });

  it('pages the months of one committee among those of its county', async () => {
    const months = await make();
    const below = (committee: string, name: string) => {
      const path = `/qinghe/${committee}/${name}`;
      return inBranch(name, { path, scopes: ['/qinghe', `/qinghe/${committee}`, path] });
    };
    await months.insert(below('lianhu', 'dongwan'), []);
    await months.insert(below('lian', 'xishan'), []);
    const page = async (scope: string) => {
      const { items, total } = await months.page({ scopes: [scope], order: 'due-first', page: 1, pageSize: 9 });
      return [ids(items), total];
    };
    expect(await page('/qinghe')).toEqual([['dongwan/2026-10', 'xishan/2026-10'], 2]);
    expect(await page('/qinghe/lianhu')).toEqual([['dongwan/2026-10'], 1]);
    expect(await page('/qinghe/lian')).toEqual([['xishan/2026-10'], 1]);
  });

  it('pages what is due first first, and only that with which somebody is late', async () => {
    const months = await make();
    const due = (dueAt: number) => ({ deadlines: [{ step: 'application' as const, dueAt, lastDay: '2026-11-05', reminders: [] }] });
    await months.insert(inBranch('a', due(3_000)), []);
    await months.insert(inBranch('b', { ...due(1_000), stage: 'closed' }), []);
    await months.insert(inBranch('dongwan', due(2_000)), []);
    const page = { scopes: ['/qinghe/lianhu'], order: 'due-first' as const, page: 1, pageSize: 2 };
    expect(ids((await months.page(page)).items)).toEqual(['dongwan/2026-10', 'a/2026-10']);
    expect(ids((await months.page({ ...page, page: 2 })).items)).toEqual(['b/2026-10']);
    expect((await months.page({ ...page, lateAt: 1_999 })).total).toBe(0);
    expect(ids((await months.page({ ...page, lateAt: 2_000 })).items)).toEqual(['dongwan/2026-10']);
    await months.update(inBranch('dongwan', { ...due(2_000), version: 2, stage: 'publicity' }), []);
    expect((await months.page({ ...page, lateAt: 2_000 })).total).toBe(0);
  });

  it('lists months without their lines', async () => {
    const months = await make();
    await months.insert(aBranchMonth(), []);
    const [month] = (await months.page({ scopes: ['/qinghe'], page: 1, pageSize: 1 })).items;
    const { _id, branchId, branchName, period, path, stage, round, deadlines, counters } = aBranchMonth();
    expect(month).toEqual({ _id, branchId, branchName, period, path, stage, round, deadlines, counters });
  });

  it('lists the months of one branch, the oldest first, and says which came from paper', async () => {
    const months = await make();
    const broughtIn = { source: '纸质台账补录', at: 1_000, role: 'supervising-committee' as const };
    await months.insert(inBranch('dongwan'), []);
    await months.insert(inBranch('dongwan', { period: '2026-02', stage: 'closed', broughtIn }), []);
    await months.insert(inBranch('dongwan-2', { period: '2026-03' }), []);
    await months.insert(inBranch('dongwan0', { period: '2026-04' }), []);
    const found = await months.ofBranch('dongwan');
    expect(found.map(({ period, broughtIn }) => [period, broughtIn])).toEqual([
      ['2026-02', broughtIn],
      ['2026-10', undefined],
    ]);
    expect(await months.ofBranch('dong')).toEqual([]);
    const page = { scopes: ['/qinghe/lianhu/dongwan'], page: 1, pageSize: 9 };
    expect(ids((await months.page(page)).items)).toEqual(['dongwan/2026-10', 'dongwan/2026-02']);
    expect(await months.page({ ...page, origin: 'process' })).toMatchObject({ items: [{ _id: 'dongwan/2026-10' }], total: 1 });
  });

  it('tells the newest month from one on that any of some branches has', async () => {
    const months = await make();
    await months.insert(inBranch('dongwan', { period: '2026-09' }), []);
    await months.insert(inBranch('dongwan', { period: '2026-10' }), []);
    await months.insert(inBranch('xiwan', { period: '2026-12' }), []);
    const newest = (from: string, branchIds = ['dongwan', 'nanwan']) => months.newestFrom({ scope: '/qinghe', branchIds, from });
    expect([await newest('2026-09'), await newest('2026-10'), await newest('2026-11')]).toEqual(['2026-10', '2026-10', undefined]);
    expect(await newest('2026-11', ['dongwan', 'xiwan'])).toBe('2026-12');
    expect(await months.newestFrom({ scope: '/lingshan', branchIds: ['xiwan'], from: '2026-01' })).toBeUndefined();
  });

  it('lists filed months, the newest first', async () => {
    const months = await make();
    await months.insert(inBranch('dongwan'), []);
    await months.insert(inBranch('dongwan', { period: '2026-08', stage: 'filed' }), []);
    await months.insert(inBranch('dongwan', { period: '2026-09', stage: 'filed' }), []);
    expect(ids(await months.filed({ scopes: ['/qinghe/lianhu'], limit: 5 }))).toEqual(['dongwan/2026-09', 'dongwan/2026-08']);
    expect(ids(await months.filed({ scopes: ['/other'], limit: 5 }))).toEqual([]);
  });

  it('lists open months in order, from where one left off', async () => {
    const months = await make();
    await months.insert(inBranch('dongwan', { period: '2026-09', stage: 'closed' }), []);
    for (const name of ['a', 'b', 'dongwan']) await months.insert(inBranch(name), []);
    expect(ids(await months.open({ limit: 2 }))).toEqual(['a/2026-10', 'b/2026-10']);
    expect(ids(await months.open({ limit: 2, after: 'b/2026-10' }))).toEqual(['dongwan/2026-10']);
    expect(ids(await months.open({ branchId: 'b', limit: 5 }))).toEqual(['b/2026-10']);
    expect(ids(await months.open({ scopes: ['/qinghe/lianhu/a'], limit: 5 }))).toEqual(['a/2026-10']);
    await months.update(inBranch('a', { version: 2, stage: 'closed' }), []);
    expect(ids(await months.open({ limit: 1 }))).toEqual(['b/2026-10']);
  });

  it('lists the keys of open months in order, from where one left off, and nothing else of them', async () => {
    const months = await make();
    await months.insert(inBranch('a', { stage: 'posting', awaitingProjection: 'meeting-one' }), []);
    await months.insert(inBranch('b', { stage: 'closed' }), []);
    await months.insert(inBranch('c', { round: 2 }), []);
    const first = { _id: 'a/2026-10', branchId: 'a', period: '2026-10', stage: 'posting', round: 1, awaitingProjection: 'meeting-one' };
    expect(await months.openKeys({ limit: 1 })).toEqual([first]);
    const second = { _id: 'c/2026-10', branchId: 'c', period: '2026-10', stage: 'applying', round: 2 };
    expect(await months.openKeys({ limit: 5, after: 'a/2026-10' })).toEqual([second]);
  });

  it('lists a month that cannot be read beside those that can', async () => {
    const months = await make();
    await months.insert(inBranch('b'), []);
    await months.plant({ ...inBranch('a'), closed: false, stage: 'unheard-of' });
    expect(await months.openKeys({ limit: 5 })).toMatchObject([{ place: { id: 'a/2026-10', paths: ['stage'] } }, { _id: 'b/2026-10' }]);
  });
}
