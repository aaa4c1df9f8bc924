import { beforeEach, describe, expect, it } from '@jest/globals';
import { UnreadableDocument } from '@jifen/service-kit';
import { inBranch } from '../branch-months/branch-month.builders.ts';
import { fakeBranchMonthStore } from '../branch-months/branch-month.store.fake.ts';
import { audit, member, members, type October, october, recorder, reviewer, upTo } from '../decisions/october.builders.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { reconcileProcesses } from './reconcile-processes.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const branchMonth = 'branch-month/dongwan/2026-10';
const publication = (round: number) => `publication/dongwan/2026-10/${round}`;
const neverUnreadable = (found: Error) => {
  throw found;
};
const reconcile = () => reconcileProcesses(world.deps, neverUnreadable);
const month = { branchId: 'dongwan', period: '2026-10' };

const object = (about: number) => {
  const body = { actId: `objection-${about}`, round: 1, memberId: `member-${about}`, component: 'task' as const, statement: '分值有误' };
  return raiseObjection(world.deps, { ...month, body, caller: member(5), now: world.clock.now(), audit });
};

/** Everything is filed and closed but the line of member 7, which follows as a supplement. */
async function upToSupplement(): Promise<void> {
  await upTo('posted', world);
  await object(7);
  const content = { kind: 'answer-objection' as const, objectionId: 'objection-7', upheld: false, answer: '已核实' };
  await world.decide(reviewer, content);
  world.clock.set('2026-11-19T09:00:00+08:00');
  await world.decide(recorder, { kind: 'file' });
  world.clock.set('2026-11-27T00:00:00+08:00');
  await reachDeadline(world.deps, { ...month, step: 'return-window', round: 1, now: world.clock.now(), audited: [] });
}

describe('when nothing is missing', () => {
  it('nothing is started, and the record is left alone', async () => {
    world.processes.present.add(branchMonth);
    const { version } = await world.record();
    expect(await reconcile()).toEqual([]);
    expect(world.processes.started).toEqual([]);
    expect((await world.record()).version).toBe(version);
  });
});

describe('when Temporal has lost everything', () => {
  it('the month goes on from its record, with what was applied for, and is started once', async () => {
    await world.apply(5);
    expect(await reconcile()).toEqual([branchMonth]);
    expect(await reconcile()).toEqual([]);
    const at = Date.parse('2026-10-26T09:00:00+08:00');
    expect(world.processes.started).toMatchObject([
      {
        memberIds: members.map((n) => `member-${n}`),
        state: { stage: 'applying', round: 1, awaitingProjection: false },
        clock: { anchorBusiness: at },
        applicationDueAt: Date.parse('2026-11-06T00:00:00+08:00'),
        resume: true,
        applications: [{ memberId: 'member-5', at, late: false }],
      },
    ]);
  });

  it.each([
    ['2026-11-05T23:59:59+08:00', false],
    ['2026-11-06T00:00:00+08:00', true],
  ])('an application of %s is late: %s', async (at, late) => {
    world.clock.set(at);
    await world.apply(5, late ? { lateReason: '外出务工' } : {});
    await reconcile();
    expect(world.processes.started[0]?.applications).toEqual([
      { memberId: 'member-5', actId: expect.stringMatching(/^application-/), at: Date.parse(at), late },
    ]);
  });

  it('while the ledger misses the resolution, nothing is published yet', async () => {
    await upTo('resolved', world);
    expect(await reconcile()).toEqual([branchMonth]);
    expect(world.processes.started[0]?.state).toMatchObject({ stage: 'posting', awaitingProjection: true });
    expect(await reconcile()).toEqual([]);
  });

  it('in a supplement only the members come back whose lines are not all closed', async () => {
    await upToSupplement();
    await reconcile();
    expect(world.processes.started).toMatchObject([{ memberIds: ['member-7'], state: { round: 2 } }]);
  });

  it('a month that is closed stays closed', async () => {
    await upTo('posted', world);
    world.clock.set('2026-11-19T09:00:00+08:00');
    await world.decide(recorder, { kind: 'file' });
    world.clock.set('2026-11-27T00:00:00+08:00');
    await reachDeadline(world.deps, { ...month, step: 'return-window', round: 1, now: world.clock.now(), audited: [] });
    expect((await world.record()).stage).toBe('closed');
    expect(await reconcile()).toEqual([]);
  });

  it('every open month of the county comes back, page by page', async () => {
    const months = fakeBranchMonthStore();
    const names = Array.from({ length: 120 }, (_, index) => `b${String(index).padStart(3, '0')}`);
    for (const name of names) await months.insert(inBranch(name), []);
    expect(await reconcileProcesses({ ...world.deps, months }, neverUnreadable)).toEqual(
      names.map((name) => `branch-month/${name}/2026-10`),
    );
  });

  it('a month that cannot be read keeps no other back, and is named', async () => {
    const kept = fakeBranchMonthStore();
    const names = Array.from({ length: 120 }, (_, index) => `b${String(index).padStart(3, '0')}`);
    for (const name of names) await kept.insert(inBranch(name), []);
    const broken = (id: string) => new UnreadableDocument({ collection: 'branchMonths', id, paths: ['stage'] });
    const isBroken = ({ _id }: { _id: string }) => _id === 'b007/2026-10' || _id === 'b049/2026-10';
    const months: typeof kept = {
      ...kept,
      openKeys: async (query) => (await kept.openKeys(query)).map((key) => ('_id' in key && isBroken(key) ? broken(key._id) : key)),
      find: async (branchId, period) => {
        if (branchId === 'b050') throw broken(`${branchId}/${period}`);
        return kept.find(branchId, period);
      },
    };
    const unreadable: string[] = [];
    const started = await reconcileProcesses({ ...world.deps, months }, ({ place }) => unreadable.push(place.id));
    expect(started).toHaveLength(117);
    expect(unreadable).toEqual(['b007/2026-10', 'b049/2026-10', 'b050/2026-10']);
  });

  it('and is still away, it is tried again later', async () => {
    world.processes.mood = 'unreachable';
    await expect(reconcile()).rejects.toThrow('Temporal cannot be reached');
    world.processes.mood = 'applies';
    expect(await reconcile()).toEqual([branchMonth]);
  });
});

describe('a publication that is missing alone', () => {
  it('goes on from the record', async () => {
    await upTo('posted', world);
    const { deps, processes } = world;
    processes.present.add(branchMonth);
    await deps.months.update({ ...(await world.record()), version: (await world.record()).version + 1, awaitingProjection: undefined }, []);
    expect(await reconcile()).toEqual([publication(1)]);
    expect(await reconcile()).toEqual([]);
    expect(processes.startedAlone).toMatchObject([{ ...month, state: { stage: 'publicity', round: 1 } }]);
  });

  it('is left alone while the ledger misses the resolution', async () => {
    await upTo('resolved', world);
    world.processes.present.add(branchMonth);
    expect(await reconcile()).toEqual([]);
  });
});

describe('what happens while a process is being started', () => {
  /** Does something between the reading of the record and the start. */
  const meanwhile = (happens: () => Promise<unknown>) => {
    const { startBranchMonth } = world.processes;
    world.processes.startBranchMonth = async (input) => {
      await happens();
      return startBranchMonth(input);
    };
  };
  const told = () => world.processes.signals.map(({ workflowId, name }) => [workflowId, name]);

  it('the word that the ledger is complete is told again', async () => {
    await upTo('resolved', world);
    const record = await world.record();
    meanwhile(() => world.months.update({ ...record, version: record.version + 1, awaitingProjection: undefined }, []));
    await reconcile();
    expect(told()).toEqual([[branchMonth, 'deadlinesChanged']]);
    const state = { version: record.version + 1, awaitingProjection: false, accepts: ['post', 'withdraw'] };
    expect(world.processes.signals.at(-1)?.payload).toMatchObject({ state });
  });

  it('a clock that was moved is told again', async () => {
    meanwhile(async () => {
      world.deps.clock = { reading: () => ({ anchorReal: 7, anchorBusiness: 9, speed: 0 }), refresh: async () => undefined };
    });
    await reconcile();
    expect(world.processes.signals).toEqual([
      { workflowId: branchMonth, name: 'clockChanged', payload: { clock: { anchorReal: 7, anchorBusiness: 9, speed: 0 } } },
    ]);
  });

  it('nothing is told where nothing happened', async () => {
    await reconcile();
    expect(told()).toEqual([]);
  });
});
