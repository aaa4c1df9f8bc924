import { beforeEach, describe, expect, it } from '@jest/globals';
import { todosAnswer } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import {
  member,
  members,
  otherReviewer,
  recorder,
  registration,
  review,
  reviewer,
  secretary,
  stranger,
  superior,
  upTo,
} from '../decisions/october.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { listTodos } from './list-todos.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const todosOf = async (caller: Caller) =>
  todosAnswer.parse({ items: await listTodos(world.reads, { caller, now: world.clock.now() }) }).items;
const kindsOf = async (caller: Caller) => (await todosOf(caller)).map(({ kind }) => kind);

describe('to-dos', () => {
  it('ask every member for their application, until when, and no more once it is there', async () => {
    expect(await todosOf(member(5))).toEqual([
      {
        key: 'dongwan/2026-10/apply/1',
        kind: 'apply',
        branchId: 'dongwan',
        branchName: '东湾村党支部',
        period: '2026-10',
        round: 1,
        lastDay: '2026-11-05',
        dueAt: Date.parse('2026-11-06T00:00:00+08:00'),
        overdue: false,
        facts: { due: 8, applied: 0 },
      },
    ]);
    await world.apply(5);
    expect(await todosOf(member(5))).toEqual([]);
  });

  it('go from the recorder to the committee and to whoever decides the line left out', async () => {
    for (const n of members) await world.apply(n);
    expect([await kindsOf(recorder), await kindsOf(reviewer)]).toEqual([['register'], []]);
    await world.decide(recorder, registration);
    expect([await kindsOf(recorder), await kindsOf(reviewer), await kindsOf(otherReviewer)]).toEqual([[], ['review'], ['review']]);
    await world.decide(reviewer, review);
    expect([await kindsOf(reviewer), await kindsOf(otherReviewer)]).toEqual([[], ['review-own-line']]);
  });

  it('are overdue from the midnight after the last day on', async () => {
    for (const n of members) await world.apply(n);
    await world.decide(recorder, registration);
    world.clock.set('2026-11-10T23:59:59+08:00');
    expect(await todosOf(reviewer)).toMatchObject([{ kind: 'review', overdue: false }]);
    world.clock.set('2026-11-11T00:00:00+08:00');
    expect(await todosOf(reviewer)).toMatchObject([{ kind: 'review', overdue: true }]);
  });

  it('reach the supervising committee only with the filing', async () => {
    expect(await kindsOf(superior)).toEqual([]);
    await upTo('filed', world);
    expect(await kindsOf(superior)).toEqual(['receive']);
    expect(await kindsOf(secretary)).toEqual([]);
  });

  it('name a decision that was refused after it had been recorded', async () => {
    for (const n of members) await world.apply(n);
    world.processes.mood = 'unreachable';
    await world.decide(recorder, registration);
    const pending = world.acts.all().find(({ kind }) => kind === 'register');
    await world.acts.becomeRefused(pending?._id ?? '', { code: 'stale-roster', facts: {} }, []);
    expect(await todosOf(recorder)).toMatchObject([
      { kind: 'register' },
      { kind: 'decision-refused', branchName: '东湾村党支部', facts: { decision: 'register', code: 'stale-roster' } },
    ]);
  });

  it('are none for people of other branches and for services', async () => {
    expect(await todosOf(stranger)).toEqual([]);
    expect(await todosOf({ service: 'notification', grants: [] })).toEqual([]);
  });
});
