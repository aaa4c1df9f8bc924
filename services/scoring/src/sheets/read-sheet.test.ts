import { beforeEach, describe, expect, it } from '@jest/globals';
import { type SheetView, sheetView } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import {
  audit,
  carriedMeeting,
  member,
  members,
  otherReviewer,
  recorder,
  registration,
  review,
  reviewer,
  secretary,
  stranger,
  superior,
  upTo,
} from '../decisions/october.builders.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet } from './sheet.store.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const read = (memberId: string, caller: Caller) => readSheet(world.reads, { memberId, year: 2026, caller, now: world.clock.now() });

async function sheetOf(n: number, caller: Caller = member(n)): Promise<SheetView> {
  const sheet = await read(`member-${n}`, caller);
  if (!sheet.ok) throw new Error(sheet.refusal.code);
  return sheetView.parse(sheet.value);
}

const aSheet = (period: string, of: { base: number; task: number; reward: number; ceiling: number }): Sheet => ({
  _id: `member-5/${period}`,
  memberId: 'member-5',
  branchId: 'dongwan',
  period,
  year: 2026,
  ceiling: of.ceiling,
  totals: { base: of.base, task: of.task, reward: of.reward, honour: 0, total: of.base + of.task + of.reward },
  yearToDate: { base: 0, task: 0, reward: 0, honour: 0, total: 0, baseBalance: 0, possibleMaximum: 0, rewardSurplus: 0 },
  trace: [],
  hash: 'abcdef0123456789',
  rowCount: 0,
});

describe('a member’s sheet', () => {
  it('shows twelve months, none of them with a number before a meeting has resolved it', async () => {
    const sheet = await sheetOf(5);
    expect(sheet.months.map(({ period }) => period)).toHaveLength(12);
    expect(sheet.months[9]).toEqual({ period: '2026-10', ceiling: 600, state: 'open', trace: [] });
    expect(sheet.months[8]).toMatchObject({ period: '2026-09', state: 'none' });
    expect(sheet.throughPeriod).toBeUndefined();
    expect(sheet.yearToDate).toMatchObject({ baseBalance: 2000, total: 2000, possibleMaximum: 2000 });
  });

  it('follows the line from the meeting through publicity to the filing', async () => {
    const states: string[] = [];
    for (const stage of ['resolved', 'posted', 'filed'] as const) {
      world = await readWorld();
      await upTo(stage, world);
      await world.project();
      states.push((await sheetOf(5)).months[9]?.state ?? '');
    }
    expect(states).toEqual(['open', 'in-publicity', 'settled']);
  });

  it('answers why this number, and shows the entries with who registered them and the meeting', async () => {
    await upTo('posted', world);
    await world.project();
    const sheet = await sheetOf(5);
    expect(sheet.months[9]?.trace.map(({ code }) => code)).toEqual(['task-pledge', 'task-points', 'month-total', 'year-to-date']);
    expect(sheet.entries).toMatchObject([
      { component: 'task', amount: 600, registeredBy: '党员4', meetingOn: '2026-11-10', onBehalf: false },
    ]);
  });

  it('names an item as the month’s scheme does, also with an amount that is not the table’s', async () => {
    const amounts = {
      deductions: [{ item: 'village-rule-failing', amount: 75, basis: '在公路上晒粮' }],
      rewards: [{ item: 'heroic-act', amount: 450, basis: '救起落水儿童', evidence: '派出所证明' }],
    };
    for (const n of members) await world.apply(n);
    const lines = registration.lines.map((line) => (line.memberId === 'member-5' ? { ...line, ...amounts } : line));
    await world.decide(recorder, { ...registration, lines });
    await world.decide(reviewer, review);
    await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' });
    world.clock.set('2026-11-10T20:00:00+08:00');
    await world.decide(recorder, carriedMeeting);
    await world.project();
    const { months, entries, yearToDate } = await sheetOf(5);
    expect(entries.map(({ item, title, amount, basis, evidence }) => [item, title, amount, basis, evidence])).toEqual([
      ['village-rule-failing', '违反村规民约', -75, '在公路上晒粮', undefined],
      ['heroic-act', '见义勇为', 450, '救起落水儿童', '派出所证明'],
      ['fulfilments', undefined, 600, undefined, undefined],
    ]);
    expect(months[9]?.trace.filter(({ code }) => code.endsWith('entry'))).toEqual([
      { code: 'base-entry', values: { item: 'village-rule-failing', amount: '-0.75', title: '违反村规民约' } },
      { code: 'reward-entry', values: { item: 'heroic-act', amount: '4.5', title: '见义勇为' } },
    ]);
    expect([months[9]?.totals?.total, yearToDate.baseBalance, yearToDate.total]).toEqual([975, 1925, 2975]);
  });

  it('adds up the months against their possible maximum: 52 of 55 in June', async () => {
    const plain = { base: 0, task: 600, reward: 0, ceiling: 600 };
    const months = ['01', '02', '03', '04', '05'].map((month) => aSheet(`2026-${month}`, plain));
    await world.sheets.keep([...months, aSheet('2026-06', { base: -100, task: 300, reward: 0, ceiling: 500 })]);
    const sheet = await sheetOf(5);
    expect(sheet.throughPeriod).toBe('2026-06');
    expect(sheet.yearToDate).toEqual({
      base: -100,
      task: 3300,
      reward: 0,
      honour: 0,
      total: 5200,
      baseBalance: 1900,
      possibleMaximum: 5500,
      rewardSurplus: 0,
    });
  });

  it('marks reward points beyond the year’s ten and counts them all the same before the year’s end', async () => {
    await world.sheets.keep([aSheet('2026-01', { base: 0, task: 0, reward: 1300, ceiling: 600 })]);
    expect((await sheetOf(5)).yearToDate).toMatchObject({ reward: 1300, rewardSurplus: 300, total: 3300 });
  });

  it('says until when and to whom one may object while the list is posted, and 暂缓公示 once somebody has', async () => {
    await upTo('posted', world);
    expect((await sheetOf(5)).objection).toEqual({
      branchId: 'dongwan',
      period: '2026-10',
      round: 1,
      lastDay: '2026-11-18',
      name: '赵甲',
      telephone: '0000-1234567',
    });
    const body = { actId: 'objection-1', round: 1, memberId: 'member-5', component: 'task' as const, statement: '少算了' };
    await raiseObjection(world.deps, { branchId: 'dongwan', period: '2026-10', body, caller: member(5), now: world.clock.now(), audit });
    expect((await sheetOf(5)).months[9]?.state).toBe('held-back');
    world.clock.set('2026-11-19T00:00:00+08:00');
    expect((await sheetOf(6)).objection).toBeUndefined();
  });
});

describe('who may see a member’s sheet', () => {
  it('is themselves, the posts of their branch and those above it', async () => {
    for (const caller of [member(5), secretary, superior]) expect(await read('member-5', caller)).toMatchObject({ ok: true });
  });

  it('is no other member of the branch, and to strangers there is no such sheet', async () => {
    expect(await read('member-5', member(6))).toEqual({ ok: false, refusal: { code: 'forbidden', action: 'sheet:read' } });
    expect(await read('member-5', stranger)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await read('nobody', secretary)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
