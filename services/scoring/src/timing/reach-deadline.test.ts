import { beforeEach, describe, expect, it } from '@jest/globals';
import { type October, october, recorder, registration } from '../decisions/october.builders.ts';
import { breakOnce } from '../recording/crashing.ts';
import { reachDeadline } from './reach-deadline.ts';

let world: October;
beforeEach(async () => {
  world = await october();
  world.clock.set('2026-11-06T00:00:00+08:00');
});

const reach = (step: 'application' | 'registration' | 'publicity', round = 1) =>
  reachDeadline(world.deps, { branchId: 'dongwan', period: '2026-10', step, round, now: world.clock.now(), audited: [] });

describe('the deadline of the applications', () => {
  it('makes absent whoever has not applied, and opens the registration for the recorder', async () => {
    world.clock.set('2026-11-05T09:00:00+08:00');
    await world.apply(5);
    world.clock.set('2026-11-06T00:00:00+08:00');
    expect(await reach('application')).toMatchObject({ ok: true, value: { stage: 'registering', round: 1 } });
    expect((await world.record()).counters).toMatchObject({ due: 8, applied: 1, absent: 7 });
    const notice = world.months.pendingOf('dongwan/2026-10').at(-1);
    expect(notice?.payload).toMatchObject({
      template: 'step-opened',
      recipients: ['person-4'],
      facts: { step: 'registration', branchName: '东湾村党支部' },
    });
  });

  it('is not reached before its time: the process asks again', async () => {
    world.clock.set('2026-11-05T23:59:59+08:00');
    expect(await reach('application')).toMatchObject({ ok: false, refusal: { code: 'not-due-yet' } });
    expect((await world.record()).stage).toBe('applying');
  });

  it('reached twice, or after the step was left, answers the state as it is', async () => {
    await reach('application');
    const { version } = await world.record();
    expect(await reach('application')).toMatchObject({ ok: true, value: { stage: 'registering' } });
    expect((await world.record()).version).toBe(version);
  });

  it('of a round that is over changes nothing', async () => {
    expect(await reach('publicity', 9)).toMatchObject({ ok: true, value: { stage: 'applying', round: 1 } });
  });

  it('survives a breakdown after the write: repeated, it answers the state', async () => {
    breakOnce(world.months, 'update', 'after');
    await expect(reach('application')).rejects.toThrow('broken after update');
    expect(await reach('application')).toMatchObject({ ok: true, value: { stage: 'registering' } });
    expect((await world.record()).version).toBe(2);
  });

  it('and a registration at the same moment leave one of two orders, never half of both', async () => {
    await reach('application');
    const absent = {
      ...registration,
      lines: registration.kind === 'register' ? registration.lines.map((line) => ({ ...line, task: 0 })) : [],
    };
    const [reached, registered] = await Promise.all([reach('application'), world.decide(recorder, absent as typeof registration)]);
    expect(reached.ok).toBe(true);
    expect(registered).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect((await world.record()).stage).toBe('reviewing');
  });
});

describe('the deadline of a step that waits for people', () => {
  it('brings nothing about: silence never decides', async () => {
    await reach('application');
    world.clock.set('2026-12-24T00:00:00+08:00');
    expect(await reach('registration')).toMatchObject({ ok: true, value: { stage: 'registering' } });
  });
});
