import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/service-kit';
import { monthStateOf } from '../branch-months/month-state.ts';
import { posting, recorder, secretary, superior } from '../decisions/october.builders.ts';
import { breakOnce } from '../recording/crashing.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { followClosingMonth } from './follow-closing-month.ts';
import {
  aQuarter,
  aReviewedQuarter,
  earlier,
  type Month,
  meetingOfQuarter,
  type Quarter,
  quarter,
  reviewMonth,
} from './quarter.builders.ts';

let world: Quarter;
beforeEach(async () => {
  world = await aReviewedQuarter();
});

const stages = () => Promise.all(quarter.map(async (period) => (await world.month(period)).stage));
const follow = (actId: string) => followClosingMonth(world.deps, actId);
const meet = () => world.decide(recorder, meetingOfQuarter, { actId: 'meeting-one' });
const post = async () => {
  world.clock.set('2026-11-11T09:00:00+08:00');
  return world.decide(recorder, posting, { actId: 'posting-one' });
};
const endPublicity = async () => {
  world.clock.set('2026-11-19T09:00:00+08:00');
  for (const period of quarter) await reach(period, 'publicity');
};
const reach = (period: Month, step: 'publicity' | 'return-window', round = 1) =>
  reachDeadline(world.deps, { branchId: 'dongwan', period, step, round, now: world.clock.now(), audited: [] });
const withdraw = (caller: Caller, actId: string) => world.decide(caller, { kind: 'withdraw', actId }, { actId: `withdrawal-of-${actId}` });
const statuses = (actId: string) => Promise.all(earlier.map(async (period) => (await world.deps.acts.find(`${actId}.${period}`))?.status));
const lineOf = async (period: Month, n: number) => {
  const { state } = await world.month(period);
  return state.rounds[0]?.lines.find(({ memberId }) => memberId === `member-${n}`);
};
const refused = async (taken: ReturnType<Quarter['decide']>) => {
  const answer = await taken;
  return answer.ok ? answer.value.status : answer.refusal;
};

describe('the months of a quarter (A11)', () => {
  it('stand at the meeting once they are reviewed, nobody is reminded there, late or asked', async () => {
    expect(await stages()).toEqual(['meeting', 'meeting', 'meeting']);
    const july = await world.month('2026-07');
    expect(july.decidedWith).toEqual({ closing: '2026-09', by: 'quarter' });
    expect(monthStateOf(july).deadlines).toMatchObject([{ step: 'meeting', lastDay: '2026-11-30', reminders: [] }]);
    expect(july.deadlines.find(({ step }) => step === 'review')?.reminders).toHaveLength(1);
    expect((await world.month('2026-09')).decidedWith).toBeUndefined();
  });

  it('have no meeting of their own, and say in which month it is', async () => {
    expect(await refused(world.decide(recorder, meetingOfQuarter, { period: '2026-07' }))).toEqual({
      code: 'evaluated-with-another-month',
      period: '2026-09',
      by: 'quarter',
    });
  });

  it('take the one resolution, posting, filing and receipt of their closing month', async () => {
    await meet();
    await follow('meeting-one');
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    await post();
    await follow('posting-one');
    expect(await stages()).toEqual(['publicity', 'publicity', 'publicity']);
    await endPublicity();
    await world.decide(recorder, { kind: 'file' }, { actId: 'filing-one' });
    await follow('filing-one');
    await world.decide(superior, { kind: 'receive' }, { actId: 'receipt-one' });
    await follow('receipt-one');
    expect(await stages()).toEqual(['filed', 'filed', 'filed']);
    const [july, september] = [await world.month('2026-07'), await world.month('2026-09')];
    const roundOf = ({ state }: typeof july) => state.rounds[0];
    expect(roundOf(july)?.posting).toEqual({ ...roundOf(september)?.posting, actId: 'posting-one.2026-07' });
    expect(roundOf(july)?.filing).toEqual({ ...roundOf(september)?.filing, actId: 'filing-one.2026-07' });
    expect(roundOf(july)?.receipt).toEqual({ ...roundOf(september)?.receipt, actId: 'receipt-one.2026-07' });
    expect(roundOf(july)?.meetings).toEqual([{ ...roundOf(september)?.meetings[0], actId: 'meeting-one.2026-07' }]);
  });

  it('are settled line by line by what the meeting said of each month', async () => {
    const line = { memberId: 'member-5', deductions: [], rewards: [] };
    const votes = { against: 4, abstained: 0 };
    const content = {
      ...meetingOfQuarter,
      changes: [
        { ...line, task: 300, reason: '七月缺席一次', period: '2026-07' },
        { ...line, task: 400, reason: '九月缺席一次' },
      ],
      separate: [{ memberId: 'member-6', inFavour: 4, ...votes, period: '2026-08' }],
    };
    expect(await refused(world.decide(recorder, content, { actId: 'meeting-one' }))).toBe('effective');
    await follow('meeting-one');
    const points = async (period: Month) => (await lineOf(period, 5))?.resolved?.line.task;
    expect(await Promise.all(quarter.map(points))).toEqual([
      { kind: 'decided', amount: 300 },
      { kind: 'decided', amount: 500 },
      { kind: 'decided', amount: 400 },
    ]);
    expect(await Promise.all(quarter.map(async (period) => (await lineOf(period, 6))?.standing))).toEqual([
      'listed',
      'held-back',
      'listed',
    ]);
  });

  it('take the outcome of the one meeting, by those who were due to attend there', async () => {
    world = await aQuarter();
    const { cards } = world.deps;
    world.deps.cards = { ...cards, membersOf: async (branchId) => (await cards.membersOf(branchId)).slice(0, 7) };
    await world.open('2026-07');
    world.deps.cards = cards;
    for (const period of ['2026-08', '2026-09'] as const) await world.open(period);
    for (const period of quarter) await reviewMonth(world, period);
    const halved = { ...meetingOfQuarter, inFavour: 4, against: 4, carried: false };
    expect(await refused(world.decide(recorder, halved, { actId: 'meeting-one' }))).toBe('effective');
    await follow('meeting-one');
    const july = (await world.month('2026-07')).state.rounds[0]?.meetings;
    expect(july).toMatchObject([{ outcome: 'not-carried', voters: 8, present: 8, inFavour: 4 }]);
    expect(await stages()).toEqual(['meeting', 'meeting', 'meeting']);
  });

  it('come back with a meeting that is withdrawn, and follow the next', async () => {
    await meet();
    await follow('meeting-one');
    await withdraw(recorder, 'meeting-one');
    await follow('withdrawal-of-meeting-one');
    expect(await stages()).toEqual(['meeting', 'meeting', 'meeting']);
    expect(await statuses('meeting-one')).toEqual(['withdrawn', 'withdrawn']);
    await world.decide(recorder, meetingOfQuarter, { actId: 'meeting-two' });
    await follow('meeting-two');
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
  });

  it('follow a return with one more posting of the common list', async () => {
    await meet();
    await post();
    await follow('posting-one');
    await endPublicity();
    await world.decide(secretary, { kind: 'file' }, { actId: 'filing-one' });
    await world.decide(superior, { kind: 'return', backTo: 'posting', reason: '缺盖章' }, { actId: 'return-one' });
    await follow('return-one');
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    expect((await world.month('2026-07')).round).toBe(2);
    await world.decide(recorder, { kind: 'post', postedOn: '2026-11-19', place: '村务公开栏' }, { actId: 'posting-two' });
    await follow('posting-two');
    expect(await stages()).toEqual(['publicity', 'publicity', 'publicity']);
  });
});

describe('following (A11)', () => {
  it('twice, it is one effect', async () => {
    await meet();
    await follow('meeting-one');
    const after = await world.month('2026-07');
    await follow('meeting-one');
    await follow('meeting-one');
    expect(await world.month('2026-07')).toEqual(after);
    expect(after.actIds.filter((actId) => actId === 'meeting-one.2026-07')).toHaveLength(1);
  });

  it('in the wrong order, each month still takes the acts in the order of their effect', async () => {
    await meet();
    await withdraw(recorder, 'meeting-one');
    await world.decide(recorder, meetingOfQuarter, { actId: 'meeting-two' });
    await post();
    await follow('posting-one');
    await follow('withdrawal-of-meeting-one');
    await follow('meeting-one');
    expect(await stages()).toEqual(['publicity', 'publicity', 'publicity']);
    const { actIds } = await world.month('2026-07');
    expect(actIds.slice(-4)).toEqual(
      ['meeting-one', 'withdrawal-of-meeting-one', 'meeting-two', 'posting-one'].map((actId) => `${actId}.2026-07`),
    );
  });

  it('waits while the process of a month is not there yet, and goes on afterwards', async () => {
    await meet();
    await post();
    world.processes.mood = 'not-yet';
    await expect(follow('meeting-one')).rejects.toThrow('not every month has followed meeting-one yet');
    expect(await stages()).toEqual(['meeting', 'meeting', 'publicity']);
    expect(await statuses('meeting-one')).toEqual(['pending', 'pending']);
    expect(await statuses('posting-one')).toEqual([undefined, undefined]);
    world.processes.mood = 'applies';
    await follow('meeting-one');
    expect(await stages()).toEqual(['publicity', 'publicity', 'publicity']);
  });

  it.each([
    ['before the act is there', 'acts', 'insert', 'before'],
    ['after the act is there', 'acts', 'insert', 'after'],
    ['before the month is written', 'months', 'update', 'before'],
    ['after the month is written', 'months', 'update', 'after'],
    ['before the act is marked', 'acts', 'becomeEffective', 'before'],
    ['after the act is marked', 'acts', 'becomeEffective', 'after'],
  ] as const)('broken %s and taken up again, the effect is there once in each month', async (_when, store, method, moment) => {
    await meet();
    breakOnce(world.deps[store] as never, method as never, moment);
    await expect(follow('meeting-one')).rejects.toThrow(`broken ${moment} ${method}`);
    await follow('meeting-one');
    expect(await stages()).toEqual(['posting', 'posting', 'posting']);
    expect(await statuses('meeting-one')).toEqual(['effective', 'effective']);
    expect((await world.month('2026-07')).actIds.filter((actId) => actId === 'meeting-one.2026-07')).toHaveLength(1);
  });

  it('begins with the act that has taken effect: it carries the event, once, and those that follow carry none', async () => {
    await meet();
    await follow('meeting-one');
    const acts = world.deps.acts as unknown as { pendingOf(actId: string): { type: string; id: string }[] };
    const events = (actId: string) => acts.pendingOf(actId).map(({ id }) => id);
    expect(events('meeting-one').filter((id) => id.startsWith('follow/'))).toEqual(['follow/meeting-one']);
    expect(events('meeting-one.2026-07')).toEqual(['audit/meeting-one.2026-07', 'deliver-act/meeting-one.2026-07']);
  });

  it('leaves alone what its closing month decided before the meeting', async () => {
    const { actIds } = await world.month('2026-09');
    const acts = world.deps.acts as unknown as { pendingOf(actId: string): { type: string }[] };
    expect(actIds.flatMap((actId) => acts.pendingOf(actId)).filter(({ type }) => type === 'follow')).toEqual([]);
  });

  it('is waited for before a month’s return window is over', async () => {
    await meet();
    await post();
    await follow('posting-one');
    await endPublicity();
    await world.decide(secretary, { kind: 'file' }, { actId: 'filing-one' });
    await follow('filing-one');
    await world.decide(superior, { kind: 'return', backTo: 'filing', reason: '缺盖章' }, { actId: 'return-one' });
    world.clock.set('2026-12-10T00:00:00+08:00');
    await expect(reach('2026-07', 'return-window')).rejects.toThrow('dongwan/2026-07 has not followed dongwan/2026-09 yet');
    await follow('return-one');
    expect((await world.month('2026-07')).stage).toBe('filing');
  });
});

describe('the closing month (A11)', () => {
  it('does not meet while another month is not reviewed, and says which and where it stands', async () => {
    world = await aQuarter();
    for (const period of quarter) await world.open(period);
    await reviewMonth(world, '2026-07');
    await reviewMonth(world, '2026-09');
    const notReady = { code: 'other-month-not-ready', period: '2026-08', status: 'applying' };
    expect(await refused(meet())).toEqual(notReady);
    expect(await world.deps.acts.find('meeting-one')).toBeUndefined();
    await reviewMonth(world, '2026-08');
    expect(await refused(meet())).toBe('effective');
  });

  it('does not wait for a month that was never opened; opened afterwards, that one is evaluated by itself', async () => {
    world = await aQuarter();
    for (const period of ['2026-08', '2026-09'] as const) await world.open(period);
    for (const period of ['2026-08', '2026-09'] as const) await reviewMonth(world, period);
    expect(await refused(meet())).toBe('effective');
    await follow('meeting-one');
    expect((await world.month('2026-08')).stage).toBe('posting');
    const july = await world.open('2026-07');
    expect([july.state.joint, july.decidedWith]).toEqual([undefined, undefined]);
  });

  it('refuses a meeting whose word on another month’s line is not allowed there', async () => {
    const change = { memberId: 'member-5', deductions: [], rewards: [], task: 700, reason: '表现突出', period: '2026-07' };
    const content = { ...meetingOfQuarter, changes: [change] };
    expect(await refused(world.decide(recorder, content))).toMatchObject({ code: 'exceeds-ceiling', memberId: 'member-5' });
    const stranger = { ...change, memberId: 'member-77', task: 100 };
    expect(await refused(world.decide(recorder, { ...meetingOfQuarter, changes: [stranger] }))).toEqual({
      code: 'unknown-line',
      memberId: 'member-77',
    });
  });

  it.each(['2026-06', '2026-10'])('refuses a word on %s, which is not of its quarter', async (period) => {
    const change = { memberId: 'member-5', deductions: [], rewards: [], task: 100, reason: '缺席', period };
    expect(await refused(world.decide(recorder, { ...meetingOfQuarter, changes: [change] }))).toEqual({
      code: 'month-not-evaluated-here',
      period,
    });
  });
});
