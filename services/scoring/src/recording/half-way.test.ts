import { beforeEach, describe, expect, it } from '@jest/globals';
import { members, type October, october, recorder, registration, review, reviewer, upTo } from '../decisions/october.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { handle } from '../relays.ts';
import { applyAct } from './apply-act.ts';
import { breakOnce, missOnce } from './crashing.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

/** What the relay does with an act's events after a restart; long after the request has ended. */
async function relay(): Promise<void> {
  const handlers = coreHandlers({ ...world.deps, realNow: () => 2_000_000 });
  for (const act of world.acts.all()) {
    for (const { type, payload } of world.acts.pendingOf(act._id)) {
      if (type === 'deliver-act' || type === 'fold') await handle(handlers, type, payload);
    }
  }
}

const effectsOf = async (actId: string) => (await world.record()).actIds.filter((id) => id === actId).length;

describe('a process that dies half-way through a decision', () => {
  it('before the act is recorded: nothing is there, and the decision can be sent again', async () => {
    await upTo('registered', world);
    breakOnce(world.acts, 'insert', 'before');
    await expect(world.decide(reviewer, review, { actId: 'review-one' })).rejects.toThrow('broken before insert');
    expect(await world.acts.find('review-one')).toBeUndefined();
    expect(await world.decide(reviewer, review, { actId: 'review-one' })).toMatchObject({ ok: true, value: { status: 'effective' } });
  });

  it('after the act is recorded: the relay brings it to its effect', async () => {
    await upTo('registered', world);
    breakOnce(world.acts, 'insert', 'after');
    await expect(world.decide(reviewer, review, { actId: 'review-one' })).rejects.toThrow('broken after insert');
    expect(await world.acts.find('review-one')).toMatchObject({ status: 'pending' });
    await relay();
    expect(await world.acts.find('review-one')).toMatchObject({ status: 'effective' });
    expect(await effectsOf('review-one')).toBe(1);
  });

  it.each([
    ['before the branch-month is written', 'months', 'update', 'before'],
    ['after the branch-month is written, before the act is effective', 'months', 'update', 'after'],
    ['before the act is marked effective', 'acts', 'becomeEffective', 'before'],
    ['after the act is marked effective, before the process hears of it', 'acts', 'becomeEffective', 'after'],
  ] as const)('%s: repeated, the effect is there once', async (_when, store, method, moment) => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    breakOnce(world[store] as unknown as Record<string, unknown>, method, moment);
    await expect(applyAct(world.deps, 'review-one')).rejects.toThrow(`broken ${moment} ${method}`);
    expect(await applyAct(world.deps, 'review-one')).toMatchObject({ ok: true, value: { outcome: 'effective' } });
    expect(await world.acts.find('review-one')).toMatchObject({ status: 'effective' });
    expect(await effectsOf('review-one')).toBe(1);
    expect((await world.record()).stage).toBe('reviewing');
  });

  it('sent again while the first sending is still on its way: it is one decision, and both hear that it is effective', async () => {
    await upTo('registered', world);
    const send = () => world.decide(reviewer, review, { actId: 'review-one' });
    missOnce(world.acts, 'find', send);
    expect(await send()).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await effectsOf('review-one')).toBe(1);
  });

  it('is applied once when two workers apply it at the same time', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    const answers = await Promise.all([applyAct(world.deps, 'review-one'), applyAct(world.deps, 'review-one')]);
    expect(answers.map((answer) => answer.ok && answer.value.outcome)).toEqual(['effective', 'effective']);
    expect(await effectsOf('review-one')).toBe(1);
  });

  it('is effective even when the process says never about what the branch-month already contains', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    breakOnce(world.acts, 'becomeEffective', 'before');
    await expect(applyAct(world.deps, 'review-one')).rejects.toThrow('broken before becomeEffective');
    world.processes.mood = { refuses: 'wrong-step' };
    await relay();
    expect(await world.acts.find('review-one')).toMatchObject({ status: 'effective' });
  });

  it('withdrawn half-way: repeated, the withdrawn act is withdrawn and its key free', async () => {
    await upTo('registered', world);
    const registered = (await world.record()).actIds.at(-1) ?? '';
    world.processes.mood = 'unreachable';
    await world.decide(recorder, { kind: 'withdraw', actId: registered }, { actId: 'withdraw-one' });
    breakOnce(world.acts, 'becomeWithdrawn', 'before');
    await expect(applyAct(world.deps, 'withdraw-one')).rejects.toThrow('broken before becomeWithdrawn');
    await applyAct(world.deps, 'withdraw-one');
    expect(await world.acts.find(registered)).toMatchObject({ status: 'withdrawn' });
    world.processes.mood = 'applies';
    expect(await world.decide(recorder, registration)).toMatchObject({ ok: true, value: { status: 'effective' } });
  });
});

describe('an application that was recorded, but not applied to its month', () => {
  it.each([
    ['before the branch-month is written', 'months', 'update', 'before'],
    ['after the branch-month is written', 'months', 'update', 'after'],
    ['before its mark is taken off', 'acts', 'markApplied', 'before'],
  ] as const)('%s: the relay applies it, once', async (_when, store, method, moment) => {
    breakOnce(world[store] as unknown as Record<string, unknown>, method, moment);
    expect(await world.apply(5)).toMatchObject({ status: 'effective' });
    await relay();
    const record = await world.record();
    expect(record.counters).toMatchObject({ due: 8, applied: 1 });
    expect(record.actIds).toHaveLength(1);
    expect(await world.acts.unapplied('dongwan', '2026-10')).toEqual([]);
    const [application] = world.acts.all();
    const told = world.acts.pendingOf(application?._id ?? '').filter(({ type }) => type === 'applied');
    expect(told.map(({ id }) => id)).toEqual([`applied/${application?._id}`]);
  });

  it('is applied before a decision is judged', async () => {
    for (const n of members.slice(0, -1)) await world.apply(n);
    breakOnce(world.months, 'update', 'before');
    await world.apply(8);
    expect((await world.record()).counters.applied).toBe(7);
    expect(await world.decide(recorder, registration)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect((await world.record()).counters.applied).toBe(8);
  });

  it('is applied with all others when many apply at once', async () => {
    await Promise.all(members.map((n) => world.apply(n)));
    await relay();
    expect((await world.record()).counters.applied).toBe(8);
  });
});

describe('a decision that is refused after its decider was told "recorded"', () => {
  it('sends them a notice, and is among what was refused late', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    world.processes.mood = { refuses: 'stale-roster' };
    await relay();
    expect(world.sentNotices).toMatchObject([
      { template: 'decision-refused', recipients: ['person-2'], key: 'decision-refused/review-one', facts: { code: 'stale-roster' } },
    ]);
    expect(await world.acts.refusedLate({ personId: 'person-2', since: 0 })).toMatchObject([{ _id: 'review-one' }]);
  });

  it('sends none when the refusal was the answer', async () => {
    await upTo('registered', world);
    world.processes.mood = { refuses: 'stale-roster' };
    await world.decide(reviewer, review, { actId: 'review-one' });
    await relay();
    expect(world.sentNotices).toEqual([]);
    expect(await world.acts.refusedLate({ personId: 'person-2', since: 0 })).toEqual([]);
  });

  it('is left to its request at first, and stays pending in the relay until its process answers', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    await expect(handle(coreHandlers(world.deps), 'deliver-act', { actId: 'review-one' })).rejects.toThrow('with its request');
    await expect(relay()).rejects.toThrow('not effective yet');
  });
});
