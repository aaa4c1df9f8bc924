import { beforeEach, describe, expect, it } from '@jest/globals';
import { aService, testApp } from '@jifen/test-kit';
import { audit, type October, october } from '../decisions/october.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { handle } from '../relays.ts';
import { timingRoutes } from '../timing/timing.routes.ts';
import { giveTicks } from './give-ticks.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const give = (at: string) => {
  world.clock.set(at);
  return giveTicks(world.deps, 'qinghe', audit);
};
const started = (period: string) =>
  world.countyMonths.pendingOf(`qinghe/${period}`).flatMap(({ type, payload }) => (type === 'start-county-month' ? [payload] : []));

describe('ticks where business time is played', () => {
  it('the first one opens the month that is', async () => {
    expect(await give('2026-10-26T09:00:00+08:00')).toEqual(['2026-10']);
    expect(started('2026-10')).toEqual([{ countyId: 'qinghe', period: '2026-10' }]);
    expect(await world.countyMonths.find({ countyId: 'qinghe', period: '2026-10' })).toMatchObject({ begunAt: world.clock.now() });
  });

  it('a month opens at the midnight in Shanghai with which it begins, once', async () => {
    await give('2026-10-26T09:00:00+08:00');
    expect(await give('2026-10-31T23:59:59+08:00')).toEqual([]);
    expect(await give('2026-11-01T00:00:00+08:00')).toEqual(['2026-11']);
    expect(await give('2026-11-01T00:00:00+08:00')).toEqual([]);
    expect(started('2026-11')).toHaveLength(1);
  });

  it('time that passes over several months opens each of them, also over the turn of a year', async () => {
    await give('2026-10-26T09:00:00+08:00');
    expect(await give('2027-01-05T09:00:00+08:00')).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('are recorded with the month, before its process is started', async () => {
    await give('2026-10-26T09:00:00+08:00');
    expect(world.countyMonths.pendingOf('qinghe/2026-10').map(({ type }) => type)).toEqual(['audit', 'start-county-month']);
    const handlers = coreHandlers(world.deps);
    const month = { countyId: 'qinghe', period: '2026-10' };
    world.processes.mood = 'unreachable';
    await expect(handle(handlers, 'start-county-month', month)).rejects.toThrow('Temporal cannot be reached');
    world.processes.mood = 'applies';
    await handle(handlers, 'start-county-month', month);
    expect(world.processes.startedCounties).toEqual([{ ...month, pageSize: 50 }]);
  });

  it('are left to the Schedule where business time runs', async () => {
    world.deps.clock = { reading: () => ({ anchorReal: 0, anchorBusiness: world.clock.now(), speed: 1 }), refresh: async () => undefined };
    expect(await give('2026-10-26T09:00:00+08:00')).toEqual([]);
    expect(await world.countyMonths.newest('qinghe')).toBeUndefined();
  });
});

describe('POST /internal/clock-changed', () => {
  const tell = async () => {
    const app = await testApp(timingRoutes(world.deps), { clock: world.clock });
    const token = await app.identity.tokenFor(aService('member'));
    const clock = { anchorReal: 1, anchorBusiness: 1, speed: 0 };
    return app.http.post('/internal/clock-changed').set('authorization', `Bearer ${token}`).send({ clock });
  };

  it('opens no month where they are opened by hand', async () => {
    expect((await tell()).status).toBe(204);
    expect(await world.countyMonths.newest('qinghe')).toBeUndefined();
  });

  it('opens the month where months open by themselves, and that is on record', async () => {
    world.deps.opensMonthsOf = 'qinghe';
    expect((await tell()).status).toBe(204);
    expect(world.countyMonths.pendingOf('qinghe/2026-10')[0]).toMatchObject({
      payload: { action: 'county-month-begun', actor: 'member', target: 'qinghe/2026-10', result: 'done' },
    });
  });
});
