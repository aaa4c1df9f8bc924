import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/service-kit';
import { type TestApp, testApp } from '@jifen/test-kit';
import {
  member,
  members,
  type October,
  october,
  otherSuperior,
  recorder,
  stranger,
  superior,
  upTo,
} from '../decisions/october.builders.ts';
import { monthProcessRoutes } from './month-processes.routes.ts';

let world: October;
let app: TestApp;
beforeEach(async () => {
  world = await october();
  app = await testApp(monthProcessRoutes(world.deps), { clock: world.clock });
});

const branchMonth = 'branch-month/dongwan/2026-10';
const memberMonth = (n: number) => `member-month/member-${n}/2026-10`;

async function ask(caller: Caller, month = 'dongwan/2026-10') {
  const token = await app.identity.tokenFor(caller);
  return app.http.post(`/branch-months/${month}/processes`).set('authorization', `Bearer ${token}`).send();
}

describe('POST /branch-months/:branchId/:period/processes', () => {
  it("starts the branch's process where it is missing; its members' come with it", async () => {
    const answer = await ask(superior);
    expect([answer.status, answer.body]).toEqual([200, { started: [branchMonth] }]);
    expect(world.processes.startedAlone).toEqual([]);
  });

  it("starts the members' processes that are missing alone, with what they have applied for, once", async () => {
    await world.apply(5);
    for (const id of [branchMonth, ...members.filter((n) => n > 5).map(memberMonth)]) world.processes.present.add(id);
    expect((await ask(superior)).body).toEqual({ started: [1, 2, 3, 4, 5].map(memberMonth) });
    expect((await ask(superior)).body).toEqual({ started: [] });
    const dueAt = Date.parse('2026-11-06T00:00:00+08:00');
    expect(world.processes.startedAlone.at(-1)).toMatchObject({
      memberId: 'member-5',
      applicationDueAt: dueAt,
      application: { at: world.clock.now(), late: false },
    });
    expect(world.processes.startedAlone[0]).not.toHaveProperty('application');
  });

  it('is audited, also when nothing was missing', async () => {
    for (const id of [branchMonth, ...members.map(memberMonth)]) world.processes.present.add(id);
    expect((await ask(superior)).body).toEqual({ started: [] });
    expect(app.audit.records).toMatchObject([
      {
        action: 'processes-reconciled',
        actor: 'person-90',
        target: 'dongwan/2026-10',
        organisation: '/qinghe/lianhu/dongwan',
        result: 'done',
      },
    ]);
  });

  it('belongs to the committees above; others are refused, a foreign branch is not found', async () => {
    expect((await ask(recorder)).status).toBe(403);
    expect((await ask(member(5))).status).toBe(403);
    expect((await ask(stranger)).status).toBe(403);
    expect((await ask(otherSuperior)).status).toBe(404);
    expect((await ask(superior, 'dongwan/2026-09')).status).toBe(404);
    expect(world.processes.started).toEqual([]);
  });

  it('starts nothing of a month that is closed', async () => {
    await upTo('registered', world);
    const record = await world.record();
    await world.months.update({ ...record, version: record.version + 1, stage: 'closed' }, []);
    expect((await ask(superior)).body).toEqual({ started: [] });
  });
});
