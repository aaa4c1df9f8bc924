import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BranchMonthView } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { member, posting, recorder, secretary, superior } from '../decisions/october.builders.ts';
import { findOutstanding } from '../outstanding/find-outstanding.ts';
import { listBranchMonths } from '../overview/list-branch-months.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { fakeSheetStore } from '../sheets/sheet.store.fake.ts';
import { listTodos } from '../todos/list-todos.ts';
import { followClosingMonth } from './follow-closing-month.ts';
import { aQuarter, aReviewedQuarter, type Month, meetingOfQuarter, type Quarter, quarter, reviewMonth } from './quarter.builders.ts';

let world: Quarter;
beforeEach(async () => {
  world = await aReviewedQuarter();
});

async function view(period: Month, caller: Caller = secretary): Promise<BranchMonthView> {
  const { deps, clock } = world;
  const ports = { ...deps, sheets: fakeSheetStore() };
  const seen = await readBranchMonth(ports, { branchId: 'dongwan', period, caller, now: clock.now() });
  if (!seen.ok) throw new Error(seen.refusal.code);
  return seen.value;
}
const decided = async (caller: Caller, content: Parameters<Quarter['decide']>[1], actId: string) => {
  await world.decide(caller, content, { actId });
  await followClosingMonth(world.deps, actId);
};
const reduced = {
  ...meetingOfQuarter,
  changes: [{ memberId: 'member-5', deductions: [], rewards: [], task: 300, reason: '七月缺席一次', period: '2026-07' }],
};
const todosOf = async (caller: Caller) => {
  const cards = { branches: async () => [] };
  const todos = await listTodos({ ...world.deps, cards }, { caller, now: world.clock.now() });
  return todos.map(({ kind, period, overdue }) => [kind, period, overdue]);
};
const listed = async (overdue?: 'only') => {
  const query = { page: 1, pageSize: 20, ...(overdue ? { overdue } : {}) };
  const page = await listBranchMonths(world.deps.months, { query, caller: superior, now: world.clock.now() });
  return page.items.map(({ period, overdue: late, decidedWith }) => [period, late, decidedWith?.closing]);
};
const afterTheDeadline = () => world.clock.set('2026-12-03T09:00:00+08:00');

describe('the closing month of a quarter on screen (A11)', () => {
  it('shows every member once, with each month’s points and their sum', async () => {
    const { joint } = await view('2026-09');
    expect(joint).toMatchObject({ closing: '2026-09', by: 'quarter' });
    expect(joint?.months.map(({ period, stage }) => [period, stage])).toEqual(quarter.map((period) => [period, 'meeting']));
    expect(joint?.lists).toHaveLength(1);
    expect(joint?.lists[0]?.rows).toHaveLength(8);
    const absent = { application: 'absent' };
    expect(joint?.lists[0]?.rows[4]).toEqual({
      memberId: 'member-5',
      name: '党员5',
      months: quarter.map((period) => ({ period, points: 500, ...absent })),
      total: 1500,
    });
  });

  it('says of a month that keeps its meeting waiting where it stands and who has to act', async () => {
    world = await aQuarter();
    for (const period of quarter) await world.open(period);
    for (const period of ['2026-07', '2026-09'] as const) await reviewMonth(world, period);
    await world.decide(
      recorder,
      {
        kind: 'register',
        lines: (await view('2026-08')).rows.map(({ memberId }) => ({
          memberId,
          deductions: [],
          task: 500,
          rewards: [],
          note: '支部掌握的情况',
        })),
      },
      { period: '2026-08' },
    );
    const { joint } = await view('2026-09');
    const august = joint?.months.find(({ period }) => period === '2026-08');
    expect([august?.stage, august?.waitingFor.map(({ name }) => name)]).toEqual(['reviewing', ['党员2', '党员3']]);
  });

  it('keeps a line that the meeting held back in one month out of that month’s column and of the sum', async () => {
    const votes = { memberId: 'member-6', inFavour: 4, against: 4, abstained: 0, period: '2026-08' };
    await decided(recorder, { ...reduced, separate: [votes] }, 'meeting-one');
    const rows = (await view('2026-09')).joint?.lists[0]?.rows ?? [];
    const told = (id: string) => {
      const row = rows.find(({ memberId }) => memberId === id);
      return [row?.months.map(({ period, points, reason }) => [period, points, reason]), row?.total];
    };
    expect(told('member-5')).toEqual([
      [
        ['2026-07', 300, '七月缺席一次'],
        ['2026-08', 500, undefined],
        ['2026-09', 500, undefined],
      ],
      1300,
    ]);
    expect(told('member-6')).toEqual([
      [
        ['2026-07', 500, undefined],
        ['2026-09', 500, undefined],
      ],
      1000,
    ]);
  });

  it('shows a member without a post their own row, and of others what is posted, without reasons', async () => {
    const rowsSeen = async () => (await view('2026-09', member(7))).joint?.lists[0]?.rows ?? [];
    expect((await rowsSeen()).map(({ memberId }) => memberId)).toEqual(['member-7']);
    await decided(recorder, reduced, 'meeting-one');
    expect((await rowsSeen()).map(({ memberId }) => memberId)).toEqual(['member-7']);
    world.clock.set('2026-11-11T09:00:00+08:00');
    await decided(recorder, posting, 'posting-one');
    const rows = await rowsSeen();
    expect(rows).toHaveLength(8);
    expect(rows[4]?.months[0]).toEqual({ period: '2026-07', points: 300, application: 'absent' });
    expect((await view('2026-09', member(7))).joint?.months.flatMap(({ waitingFor }) => waitingFor)).toEqual([]);
  });
});

describe('a month that waits, on screen (A11)', () => {
  it('names its closing month, waits for nobody and offers nothing of what is decided there', async () => {
    const july = await view('2026-07');
    expect([july.decidedWith, july.waitingFor, july.joint?.lists]).toEqual([{ closing: '2026-09', by: 'quarter' }, [], []]);
    expect(july.allowed).not.toContain('record-meeting');
    expect((await view('2026-09')).allowed).toContain('record-meeting');
    expect((await view('2026-07', superior)).allowed).not.toContain('extend');
    expect((await view('2026-09', superior)).allowed).toContain('extend');
  });

  it('is not late when the meeting is, in lists nor to-dos; its closing month is', async () => {
    afterTheDeadline();
    expect(await listed()).toEqual([
      ['2026-09', true, undefined],
      ['2026-08', false, '2026-09'],
      ['2026-07', false, '2026-09'],
    ]);
    expect(await listed('only')).toEqual([['2026-09', true, undefined]]);
    expect(await todosOf(secretary)).toContainEqual(['record-meeting', '2026-09', true]);
    expect((await todosOf(secretary)).filter(([, period]) => period !== '2026-09')).toEqual([]);
  });

  it('has nobody to remind, of the meeting or of the posting that follows', async () => {
    const asked = async (period: Month, step: 'meeting' | 'posting') => {
      const found = await findOutstanding(world.deps, { branchId: 'dongwan', period, round: 1, step, level: 2 }, world.clock.now());
      return found.ok ? [found.value.open, found.value.people.length > 0] : found.refusal;
    };
    expect([await asked('2026-07', 'meeting'), await asked('2026-09', 'meeting')]).toEqual([
      [false, false],
      [true, true],
    ]);
    await decided(recorder, meetingOfQuarter, 'meeting-one');
    expect([await asked('2026-07', 'posting'), await asked('2026-09', 'posting')]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('leaves the receipt of the one filing to be given once', async () => {
    await decided(recorder, meetingOfQuarter, 'meeting-one');
    world.clock.set('2026-11-11T09:00:00+08:00');
    await decided(recorder, posting, 'posting-one');
    world.clock.set('2026-11-19T09:00:00+08:00');
    await decided(recorder, { kind: 'file' }, 'filing-one');
    await world.decide(recorder, { kind: 'file' }, { period: '2026-07' });
    expect(await todosOf(superior)).toEqual([['receive', '2026-09', false]]);
  });

  it('tells its members once of the one list: by the closing month', async () => {
    await decided(recorder, meetingOfQuarter, 'meeting-one');
    world.clock.set('2026-11-11T09:00:00+08:00');
    await decided(recorder, posting, 'posting-one');
    const months = world.deps.months as unknown as { pendingOf(id: string): { id: string }[] };
    const idsOf = (period: Month) => months.pendingOf(`dongwan/${period}`).map(({ id }) => id);
    expect(idsOf('2026-09').filter((id) => id.startsWith('notice/list-posted'))).toHaveLength(1);
    expect(idsOf('2026-07').filter((id) => id.startsWith('notice/list-posted'))).toEqual([]);
    const opened = (period: Month) => idsOf(period).filter((id) => /step-opened.*\/(meeting|posting)$/.test(id)).length;
    expect([opened('2026-07'), opened('2026-08'), opened('2026-09')]).toEqual([0, 0, 2]);
  });
});
