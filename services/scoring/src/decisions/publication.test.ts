import { beforeEach, describe, expect, it } from '@jest/globals';
import { raiseObjection } from '../objections/raise-objection.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { audit, member, type October, october, recorder, reviewer, secretary, stranger, superior, upTo } from './october.builders.ts';

let world: October;
beforeEach(async () => {
  world = await october();
  await upTo('posted', world);
});

const object = (n: number, about: number, actId = `objection-${n}-${about}`) =>
  raiseObjection(world.deps, {
    branchId: 'dongwan',
    period: '2026-10',
    body: { actId, round: 1, memberId: `member-${about}`, component: 'task', statement: '分值有误' },
    caller: member(n),
    now: world.clock.now(),
    audit,
  });

const reach = (step: 'publicity' | 'return-window', round = 1) =>
  reachDeadline(world.deps, { branchId: 'dongwan', period: '2026-10', step, round, now: world.clock.now(), audited: [] });

const answer = (upheld: boolean) => {
  const change = { memberId: 'member-7', deductions: [], task: 300, rewards: [] };
  return { kind: 'answer-objection' as const, objectionId: 'objection-5-7', upheld, answer: '已核实', ...(upheld ? { change } : {}) };
};

const eventsOf = (type: string) => world.months.pendingOf('dongwan/2026-10').filter((event) => event.type === type);
const templates = () => eventsOf('notice').map((event) => (event.payload as { template: string }).template);

describe('posting', () => {
  it('starts the days of publicity and tells every member of the branch', async () => {
    const { stage, deadlines } = await world.record();
    expect(stage).toBe('publicity');
    expect(deadlines.find(({ step }) => step === 'publicity')?.lastDay).toBe('2026-11-18');
    expect(deadlines.find(({ step }) => step === 'filing')?.lastDay).toBe('2026-11-21');
    expect(eventsOf('notice').at(-1)?.payload).toMatchObject({ template: 'list-posted', recipients: expect.arrayContaining(['person-8']) });
  });

  it('is refused on a day that is no working day', async () => {
    const fresh = await october();
    await upTo('resolved', fresh);
    fresh.clock.set('2026-11-15T09:00:00+08:00');
    const sunday = { kind: 'post' as const, postedOn: '2026-11-15', place: '村务公开栏' };
    expect(await fresh.decide(recorder, sunday)).toMatchObject({ ok: false, refusal: { code: 'not-a-working-day' } });
  });
});

describe('an objection', () => {
  it('is effective at once, holds back its line, and tells recorder and secretary, and those who may answer', async () => {
    expect(await object(5, 7)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect((await world.record()).counters).toMatchObject({ objections: 1, heldBack: 1 });
    expect(eventsOf('notice').at(-1)?.payload).toMatchObject({
      template: 'objection-raised',
      recipients: ['person-4', 'person-1', 'person-2', 'person-3'],
    });
  });

  it('is one objection when it is sent twice, and one for each person, line and component', async () => {
    await object(5, 7);
    expect(await object(5, 7)).toMatchObject({ ok: true });
    expect(await object(5, 7, 'another')).toMatchObject({ ok: false, refusal: { code: 'already-objected', number: 1 } });
    expect((await world.record()).counters.objections).toBe(1);
  });

  it('is not found by somebody of another branch, and refused after the publicity', async () => {
    const foreign = { branchId: 'dongwan', period: '2026-10', caller: stranger, now: world.clock.now(), audit };
    const body = { actId: 'foreign', round: 1, memberId: 'member-7', component: 'task' as const, statement: '分值有误' };
    expect(await raiseObjection(world.deps, { ...foreign, body })).toEqual({ ok: false, refusal: { code: 'not-found' } });
    world.clock.set('2026-11-19T00:00:00+08:00');
    expect(await object(5, 7)).toMatchObject({ ok: false, refusal: { code: 'publicity-over' } });
    expect(await world.acts.find('objection-5-7')).toBeUndefined();
  });

  it('upheld: the new value goes to the ledger, whoever objected is told, the round goes on', async () => {
    await object(5, 7);
    expect(await world.decide(reviewer, answer(true), { actId: 'answer-one' })).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(eventsOf('project').map((event) => event.payload)).toContainEqual({
      branchId: 'dongwan',
      period: '2026-10',
      actId: 'answer-one',
    });
    expect(eventsOf('notice').at(-1)?.payload).toMatchObject({ template: 'objection-answered', recipients: ['person-5'] });
    const { stage, round, state } = await world.record();
    expect([stage, round, state.rounds.length]).toEqual(['publicity', 1, 1]);
  });
});

describe('filing', () => {
  beforeEach(async () => {
    world.clock.set('2026-11-19T09:00:00+08:00');
  });

  it('opens when the publicity is over: the process says so, once or twice', async () => {
    expect(await reach('publicity')).toMatchObject({ ok: true, value: { stage: 'filing', round: 1 } });
    expect(await reach('publicity')).toMatchObject({ ok: true, value: { stage: 'filing', round: 1 } });
    expect(templates().filter((template) => template === 'step-opened')).toHaveLength(4);
  });

  it("does not open before its time by scoring's clock", async () => {
    world.clock.set('2026-11-18T23:59:59+08:00');
    expect(await reach('publicity')).toEqual({
      ok: false,
      refusal: { code: 'not-due-yet', dueAt: Date.parse('2026-11-19T00:00:00+08:00') },
    });
    expect((await world.record()).stage).toBe('publicity');
  });

  it('is answered with a receipt; the month closes when the return window is over, and its members are settled', async () => {
    await world.decide(recorder, { kind: 'file' });
    await world.decide(superior, { kind: 'receive' });
    expect(templates()).toContain('filing-received');
    world.clock.set('2026-11-27T00:00:00+08:00');
    expect(await reach('return-window')).toMatchObject({ ok: true, value: { stage: 'closed' } });
    const settled = eventsOf('signal').filter((event) => (event.payload as { name: string }).name === 'settled');
    expect(settled).toHaveLength(8);
    expect(settled[0]?.payload).toEqual({ workflowId: 'member-month/member-1/2026-10', name: 'settled', payload: { round: 1 } });
  });

  it('returned: the round is raised, its business keys are new, and the branch is told', async () => {
    await world.decide(recorder, { kind: 'file' });
    const back = { kind: 'return' as const, backTo: 'posting' as const, reason: '缺少盖章' };
    expect(await world.decide(superior, back)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await world.record()).toMatchObject({
      stage: 'posting',
      round: 2,
      publications: [{ round: 1, returned: { reason: '缺少盖章' } }],
    });
    expect(templates()).toContain('filing-returned');
    const again = { kind: 'post' as const, postedOn: '2026-11-19', place: '村务公开栏' };
    expect(await world.decide(recorder, again)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(world.processes.sent.at(-1)).toMatchObject({ workflowId: 'publication/dongwan/2026-10/2', message: { round: 2 } });
  });

  it('returned to be filed again, it takes its open objection along as the same one', async () => {
    world.clock.set('2026-11-12T09:00:00+08:00');
    await object(5, 7);
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    await world.decide(superior, { kind: 'return', backTo: 'filing', reason: '缺少盖章' });
    expect(await world.record()).toMatchObject({ stage: 'filing', round: 2, counters: { objections: 1, heldBack: 1 } });
  });

  it('is no business of the secretary to receive', async () => {
    await world.decide(recorder, { kind: 'file' });
    expect(await world.decide(secretary, { kind: 'receive' })).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  });
});

describe('an objection that nobody answers', () => {
  it('keeps the month open when everything else is over; the clock closes nothing', async () => {
    await object(5, 7);
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    world.clock.set('2026-11-27T00:00:00+08:00');
    expect(await reach('return-window')).toEqual({ ok: false, refusal: { code: 'objection-open', objectionIds: ['objection-5-7'] } });
    expect(await world.decide(reviewer, answer(false))).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await world.record()).toMatchObject({ stage: 'posting', round: 2 });
  });
});
