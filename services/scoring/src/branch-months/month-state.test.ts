import { beforeEach, describe, expect, it } from '@jest/globals';
import { recorder, reviewer, upTo } from '../decisions/october.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { monthStateOf } from './month-state.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const reminders = [{ at: Date.parse('2026-11-03T09:00:00+08:00'), n: 1, level: 0 }];
const state = async () => {
  const record = await world.record();
  return monthStateOf({ ...record, deadlines: record.deadlines.map((deadline) => ({ ...deadline, reminders })) });
};
const waits = async () => (await state()).deadlines.map(({ step, passes = false, ...wait }) => [step, passes, wait.reminders.length > 0]);

describe('what the processes are told of a month (regulation 2-2 steps 3–8)', () => {
  it('while applications come in, that they end by themselves and that the list may be registered', async () => {
    expect(await waits()).toEqual([['application', true, true]]);
    expect(await state()).toMatchObject({
      stage: 'applying',
      process: 'meeting-side',
      round: 1,
      accepts: ['register', 'withdraw'],
      acceptsLater: ['review', 'review-own-line', 'record-meeting', 'post', 'answer-objection', 'file', 'receive', 'return'],
    });
  });

  it('in the review, that it waits for people and is reminded of', async () => {
    await upTo('registered', world);
    expect(await waits()).toEqual([['review', false, true]]);
    expect((await state()).accepts).toEqual(['register', 'review', 'review-own-line', 'withdraw']);
  });

  it('that nothing is posted until the ledger has the resolution, which may be withdrawn', async () => {
    await upTo('resolved', world);
    const before = await state();
    expect(before).toMatchObject({ process: 'publication', awaitingProjection: true, accepts: ['withdraw'] });
    expect(before.acceptsLater).toContain('post');
    await world.project();
    const after = await state();
    expect(after).toMatchObject({ awaitingProjection: false, accepts: ['post', 'withdraw'] });
    expect(after.version).toBe(before.version + 1);
  });

  it('in publicity, that it ends by itself and nobody is reminded', async () => {
    await upTo('posted', world);
    await world.project();
    expect(await waits()).toEqual([['publicity', true, false]]);
    expect(await state()).toMatchObject({ accepts: ['answer-objection', 'file', 'withdraw'], acceptsLater: ['receive', 'return'] });
  });

  it('of a month whose meeting was carried by nobody twice, no reminders any more', async () => {
    await upTo('reviewed', world);
    const failed = { kind: 'record-meeting', inFavour: 1, against: 0, abstained: 0, carried: false } as const;
    for (const heldOn of ['2026-11-09', '2026-11-10']) {
      expect(await waits()).toEqual([['meeting', false, true]]);
      world.clock.set('2026-11-10T20:00:00+08:00');
      await world.decide(recorder, { ...failed, heldOn, present: ['member-1'], onLeave: [], separate: [], changes: [] });
    }
    expect(await waits()).toEqual([['meeting', false, false]]);
  });

  it('of a closed month, that nothing is waited for or taken on', async () => {
    const closed = { ...(await world.record()), stage: 'closed' as const };
    expect(monthStateOf(closed)).toMatchObject({ stage: 'closed', deadlines: [], accepts: [], acceptsLater: [] });
    expect(monthStateOf(closed).process).toBeUndefined();
  });

  it('a review by two people is two versions, each newer than the one before', async () => {
    await upTo('registered', world);
    const { version } = await state();
    await world.decide(reviewer, { kind: 'review', changes: [] });
    expect((await state()).version).toBeGreaterThan(version);
  });
});
