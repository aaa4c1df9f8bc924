import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StepDeadline } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aCaller, aGrant, testApp } from '@jifen/test-kit';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { secretary, superior } from '../decisions/october.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { timingRoutes } from './timing.routes.ts';

const department = aCaller({ grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })] });
const dueOn = (lastDay: string): StepDeadline[] => [{ step: 'review', lastDay, dueAt: 0, reminders: [] }];

let world: ReadWorld;

/** Beside Dongwan, which has until 10 November, October of five branches at other stages, with the day until which each has for its review. */
beforeEach(async () => {
  world = await readWorld();
  const record = await world.record();
  const keep = (branchId: string, month: Partial<BranchMonthRecord>) =>
    world.months.insert(
      { ...record, _id: `${branchId}/${month.period ?? '2026-10'}`, branchId, scopes: ['/qinghe', `/qinghe/lianhu/${branchId}`], ...month },
      [],
    );
  await keep('beiwan', { stage: 'reviewing', deadlines: dueOn('2026-11-16') });
  await keep('nanwan', { stage: 'registering', deadlines: dueOn('2026-11-24') });
  await keep('xiwan', { stage: 'meeting', deadlines: dueOn('2026-11-10') });
  await keep('gucun', { stage: 'registering', round: 2, deadlines: dueOn('2026-11-10') });
  await keep('shanwan', { stage: 'reviewing', period: '2026-09', deadlines: dueOn('2026-10-10') });
  await keep('yuanfang', { stage: 'reviewing', scopes: ['/lingshan', '/lingshan/yuanfang'], deadlines: dueOn('2026-11-10') });
});

async function reach(query: string, caller: Caller = department) {
  const app = await testApp(timingRoutes(world.reads), { clock: world.clock });
  return app.http.get(`/extensions/2026-10/reach?${query}`).set(await app.identity.headersFor(caller));
}

describe('whom an extension for all branches would concern (regulation 2-2)', () => {
  it('are the branches of the county that have the step before them, between their days', async () => {
    const { body } = await reach('step=review');
    expect(body).toEqual({ waiting: 3, moved: 3, done: 2, earliest: '2026-11-10', latest: '2026-11-24' });
  });

  it.each([
    ['the day on which the first is due', '2026-11-10', 0],
    ['the day after it', '2026-11-11', 1],
    ['the day on which the last is due', '2026-11-24', 2],
    ['the day after that', '2026-11-25', 3],
  ])('to %s moves only earlier days', async (_what, lastDay, moved) => {
    expect((await reach(`step=review&lastDay=${lastDay}`)).body).toMatchObject({ waiting: 3, moved });
  });

  it('are none who have done the step, nor a supplement', async () => {
    const record = await world.record();
    expect(record.stage).toBe('applying');
    expect((await reach('step=application')).body).toMatchObject({ waiting: 1, done: 4 });
  });

  it.each([
    ['a supervising committee', superior],
    ['a secretary', secretary],
  ])('is not told to %s', async (_who, caller) => {
    const answer = await reach('step=review', caller);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('is asked of a step that can be extended, and of a day that exists', async () => {
    expect((await reach('step=posting')).status).toBe(400);
    expect((await reach('step=review&lastDay=2026-11-31')).status).toBe(400);
  });
});
