import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionContent } from '@jifen/contracts';
import { fakeDeadlines } from '../deadlines/deadlines.fake.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { audit, carriedMeeting, member, members, type October, october, posting, recorder, reviewer, upTo } from './october.builders.ts';
import { closeRound, lastDays, supplementOfALateLine } from './supplement.builders.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const month = { branchId: 'dongwan', period: '2026-10' };
const eventsOf = (type: string) => world.months.pendingOf('dongwan/2026-10').filter((event) => event.type === type);
const object = (about: number) => {
  const body = { actId: 'objection', round: 1, memberId: `member-${about}`, component: 'task' as const, statement: '分值有误' };
  return raiseObjection(world.deps, { ...month, body, caller: member(5), now: world.clock.now(), audit });
};
const meetingAgainst = (n: number): DecisionContent => ({
  ...carriedMeeting,
  separate: [{ memberId: `member-${n}`, inFavour: 2, against: 6, abstained: 0 }],
});
const answer = () => world.decide(reviewer, { kind: 'answer-objection', objectionId: 'objection', upheld: false, answer: '已核实' });

describe('a supplement of a line that an objection held back', () => {
  beforeEach(async () => {
    await upTo('posted', world);
    await object(7);
    await answer();
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    world.clock.set('2026-11-27T00:00:00+08:00');
  });

  it('follows when that round is closed, with the usual deadline of posting; its member is settled with it', async () => {
    expect(await closeRound(world)).toMatchObject({ ok: true, value: { stage: 'posting', round: 2 } });
    const settled = eventsOf('signal').filter((event) => (event.payload as { name: string }).name === 'settled');
    expect(settled.map((event) => (event.payload as { workflowId: string }).workflowId)).not.toContain('member-month/member-7/2026-10');
    expect(settled).toHaveLength(7);
  });

  it('drops what the list before it waited for: its own filing has no deadline until it is posted', async () => {
    await closeRound(world);
    expect(lastDays(await world.record())).toEqual({
      application: '2026-11-05',
      registration: '2026-11-06',
      review: '2026-11-10',
      meeting: '2026-11-30',
      posting: '2026-11-28',
    });
  });
});

describe('a supplement of a late line', () => {
  it('has its own deadlines from the registration to the meeting, and a party day of its own', async () => {
    await supplementOfALateLine(world);
    const record = await world.record();
    expect(record).toMatchObject({ stage: 'registering', round: 2, meetingOn: '2026-12-10' });
    expect(lastDays(record)).toEqual({
      application: '2026-11-05',
      registration: '2026-11-29',
      review: '2026-12-10',
      meeting: '2026-12-31',
    });
  });

  it('tells its process these deadlines, and the recorder their own last day', async () => {
    await upTo('filed', world, members.slice(0, -1));
    await world.apply(8, { lateReason: '外出务工' });
    world.clock.set('2026-11-27T00:00:00+08:00');
    const told = await closeRound(world);
    expect(told.ok && told.value.deadlines.find(({ step }) => step === 'registration')?.lastDay).toBe('2026-11-29');
    expect(eventsOf('notice').at(-1)?.payload).toMatchObject({
      template: 'step-opened',
      round: 2,
      facts: { step: 'registration', lastDay: '2026-11-29' },
    });
  });

  it('keeps them when the close is told twice', async () => {
    await supplementOfALateLine(world);
    const before = await world.record();
    world.clock.set('2026-11-30T09:00:00+08:00');
    expect(await closeRound(world)).toMatchObject({ ok: true, value: { stage: 'registering', round: 2 } });
    expect(await world.record()).toEqual(before);
  });

  it('does not begin without the calendar: the list before it stays filed, and is closed when the calendar is there', async () => {
    await upTo('filed', world, members.slice(0, -1));
    await world.apply(8, { lateReason: '外出务工' });
    world.clock.set('2026-11-27T00:00:00+08:00');
    const missing = { code: 'calendar-missing', year: 2027 } as const;
    world.deps.deadlines = { ...fakeDeadlines(), of: async () => ({ ok: false, refusal: missing }) };
    expect(await closeRound(world)).toEqual({ ok: false, refusal: missing });
    expect(await world.record()).toMatchObject({ stage: 'filed', round: 1 });
    world.deps.deadlines = fakeDeadlines();
    expect(await closeRound(world)).toMatchObject({ ok: true, value: { stage: 'registering', round: 2 } });
  });

  it('that begins with the answer to the last objection counts from that answer', async () => {
    await upTo('posted', world, members.slice(0, -1));
    await object(7);
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    await world.apply(8, { lateReason: '外出务工' });
    world.clock.set('2026-11-30T16:00:00+08:00');
    expect(await answer()).toMatchObject({ ok: true, value: { status: 'effective' } });
    const record = await world.record();
    expect(record).toMatchObject({ stage: 'registering', round: 2 });
    expect(lastDays(record)).toMatchObject({ registration: '2026-12-02', review: '2026-12-10' });
  });
});

describe('a supplement of a line that the meeting did not carry', () => {
  it('is for the next meeting alone to decide', async () => {
    await upTo('reviewed', world);
    world.clock.set('2026-11-10T20:00:00+08:00');
    await world.decide(recorder, meetingAgainst(7));
    world.clock.set('2026-11-11T09:00:00+08:00');
    await world.decide(recorder, posting);
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    world.clock.set('2026-11-27T00:00:00+08:00');
    expect(await closeRound(world)).toMatchObject({ ok: true, value: { stage: 'meeting', round: 2 } });
    const record = await world.record();
    expect(record.meetingOn).toBe('2026-12-10');
    expect(lastDays(record)).toMatchObject({ registration: '2026-11-06', review: '2026-11-10', meeting: '2026-12-31' });
  });
});
