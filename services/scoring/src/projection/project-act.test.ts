import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionContent } from '@jifen/contracts';
import {
  audit,
  carriedMeeting,
  member,
  members,
  otherReviewer,
  recorder,
  registration,
  secretary,
  upTo,
} from '../decisions/october.builders.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const totalOf = (memberId: string) =>
  world.ledger
    .rows()
    .filter((row) => row.memberId === memberId)
    .reduce((sum, row) => sum + row.amount, 0);
const sheetOf = (memberId: string) => world.sheets.sheets().find((sheet) => sheet.memberId === memberId);

async function objectTo(memberId: string): Promise<void> {
  const body = { actId: `objection-${memberId}`, round: 1, memberId, component: 'task' as const, statement: '核实一下' };
  const raised = await raiseObjection(world.deps, {
    branchId: 'dongwan',
    period: '2026-10',
    body,
    caller: member(5),
    now: world.clock.now(),
    audit,
  });
  if (!raised.ok) throw new Error(raised.refusal.code);
}
const upheld = (memberId: string, task: number): DecisionContent => ({
  kind: 'answer-objection',
  objectionId: `objection-${memberId}`,
  upheld: true,
  answer: '核查属实',
  change: { memberId, deductions: [], task, rewards: [] },
});

describe('projecting a resolution (steps 6 and 7)', () => {
  it('brings every line to the ledger once, with who registered it and the day of the meeting', async () => {
    await upTo('resolved', world);
    await world.project();
    const rows = world.ledger.rows();
    expect(rows).toHaveLength(8);
    const [meeting] = world.projections();
    expect(rows[0]).toEqual({
      _id: `${meeting?.actId}/member-1/task/0`,
      memberId: 'member-1',
      branchId: 'dongwan',
      period: '2026-10',
      year: 2026,
      round: 1,
      component: 'task',
      item: 'fulfilments',
      amount: 600,
      actId: meeting?.actId,
      registeredBy: 'person-4',
      meetingOn: '2026-11-10',
      at: Date.parse('2026-11-10T20:00:00+08:00'),
      onBehalf: false,
    });
  });

  it('makes the sheets, clears what the month waited for and tells its process', async () => {
    await upTo('resolved', world);
    expect((await world.record()).awaitingProjection).toBe(world.projections()[0]?.actId);
    await world.project();
    expect((await world.record()).awaitingProjection).toBeUndefined();
    expect(sheetOf('member-8')).toMatchObject({
      ceiling: 600,
      totals: { base: 0, task: 600, reward: 0, honour: 0, total: 600 },
      yearToDate: { baseBalance: 2000, total: 2600, possibleMaximum: 2600 },
    });
    expect(sheetOf('member-8')?.hash).toMatch(/^[0-9a-f]{64}$/);
    const told = world.months.pendingOf('dongwan/2026-10').filter(({ id }) => id.includes('projected'));
    const { version } = await world.record();
    const payload = { actId: world.projections()[0]?.actId, state: { version, awaitingProjection: false } };
    expect(told).toMatchObject([{ payload: { workflowId: 'branch-month/dongwan/2026-10', name: 'projected', payload } }]);
  });

  it('changes nothing when it is done twice', async () => {
    await upTo('resolved', world);
    await world.project();
    const before = [world.ledger.rows(), world.sheets.sheets(), await world.record()];
    await world.project();
    expect([world.ledger.rows(), world.sheets.sheets(), await world.record()]).toEqual(before);
  });

  it('goes on where it broke off: rows written, sheets not yet', async () => {
    await upTo('resolved', world);
    const lost = {
      ...world.sheets,
      keep: async () => {
        throw new Error('the store is away');
      },
    };
    await expect(world.project({ sheets: lost })).rejects.toThrow('the store is away');
    expect((await world.record()).awaitingProjection).toBeDefined();
    await world.project();
    expect(world.ledger.rows()).toHaveLength(8);
    expect(world.sheets.sheets()).toHaveLength(8);
    expect((await world.record()).awaitingProjection).toBeUndefined();
  });

  it('gives no row and no zero to whoever has not applied', async () => {
    for (const n of members.filter((one) => one !== 8)) await world.apply(n);
    world.clock.set('2026-11-06T09:00:00+08:00');
    if (registration.kind !== 'register') throw new Error('not a registration');
    const lines = registration.lines.map((line) => (line.memberId === 'member-8' ? { ...line, task: 0 } : line));
    await world.decide(recorder, { kind: 'register', lines });
    await world.decide(secretary, { kind: 'review', changes: [] });
    await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-1' });
    world.clock.set('2026-11-10T20:00:00+08:00');
    await world.decide(recorder, carriedMeeting);
    await world.project();
    expect(world.ledger.rows().map((row) => row.memberId)).not.toContain('member-8');
    expect(sheetOf('member-8')?.trace[0]).toEqual({ code: 'task-not-applied', values: { ceiling: '6' } });
  });
});

describe('projecting a withdrawal (撤回)', () => {
  it('takes the rows back by rows of its own, and the sheets go until the next meeting', async () => {
    await upTo('resolved', world);
    await world.project();
    const meeting = world.projections()[0]?.actId ?? '';
    await world.decide(recorder, { kind: 'withdraw', actId: meeting });
    await world.project();
    expect(members.map((n) => totalOf(`member-${n}`))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(world.ledger.rows()).toHaveLength(16);
    expect(world.sheets.sheets()).toEqual([]);
    await world.decide(recorder, carriedMeeting);
    await world.project();
    await world.project();
    expect(world.ledger.rows()).toHaveLength(24);
    expect(members.map((n) => totalOf(`member-${n}`))).toEqual([600, 600, 600, 600, 600, 600, 600, 600]);
    expect(sheetOf('member-1')?.totals.total).toBe(600);
  });
});

describe('projecting an upheld objection', () => {
  it('reverses the old row, adds the new one and leaves the others alone', async () => {
    await upTo('posted', world);
    await world.project();
    await objectTo('member-6');
    expect(await world.decide(secretary, upheld('member-6', 360))).toMatchObject({ ok: true });
    await world.project();
    await world.project();
    const rows = world.ledger.rows().filter((row) => row.memberId === 'member-6');
    expect(rows.map(({ amount, reverses }) => [amount, reverses === undefined])).toEqual([
      [600, true],
      [360, true],
      [-600, false],
    ]);
    expect(sheetOf('member-6')?.totals).toEqual({ base: 0, task: 360, reward: 0, honour: 0, total: 360 });
    expect(world.ledger.rows()).toHaveLength(10);
  });

  it('goes on where it broke off between the new row and the reversal of the old one', async () => {
    await upTo('posted', world);
    await world.project();
    await objectTo('member-6');
    await world.decide(secretary, upheld('member-6', 360));
    const halfWay: LedgerStore = {
      ...world.ledger,
      add: async (rows) => {
        const fresh = rows.filter(({ reverses }) => reverses === undefined);
        await world.ledger.add(fresh);
        if (fresh.length < rows.length) throw new Error('the store is away');
        return fresh.length;
      },
    };
    await expect(world.project({ ledger: halfWay })).rejects.toThrow('the store is away');
    expect(totalOf('member-6')).toBe(960);
    await world.project();
    expect(totalOf('member-6')).toBe(360);
  });

  it('keeps ledger and sheets in agreement: the sum over the rows is the total of the sheet', async () => {
    await upTo('posted', world);
    await objectTo('member-6');
    await world.decide(secretary, upheld('member-6', 360));
    await world.project();
    for (const sheet of world.sheets.sheets()) expect(totalOf(sheet.memberId)).toBe(sheet.totals.total);
  });
});
