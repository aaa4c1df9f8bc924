import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CountyStage } from '../test-support/county-stage.ts';
import { asked, eventsOf, timerLengths } from '../test-support/history.ts';

jest.setTimeout(60_000);
let stage: CountyStage;
beforeAll(async () => {
  stage = await CountyStage.appear();
}, 120_000);
afterAll(async () => {
  await stage.leave();
});

const month = () => ({ countyId: stage.countyId, period: '2026-10' });

describe("a county's month", () => {
  it('opens twenty branches in pages of seven, in a run of its own each', async () => {
    const county = stage.begin(20);
    await stage.start();
    await stage.end();
    expect([...county.open].sort()).toEqual(county.branchIds);
    expect(county.asked).toHaveLength(20);
    expect([county.begun, county.finished]).toEqual([[month()], [20]]);
    const runs = await stage.runs();
    const pages = runs.map((run) => asked(run).filter(({ activity }) => activity === 'listCountyBranches'));
    expect(pages.map((listed) => listed.map(({ input }) => input))).toEqual([
      [{ countyId: stage.countyId, limit: 7 }],
      [{ countyId: stage.countyId, after: 'branch-007', limit: 7 }],
      [{ countyId: stage.countyId, after: 'branch-014', limit: 7 }],
    ]);
  });

  it('asks each branch by county, month and branch, nothing else', async () => {
    stage.begin(1);
    await stage.start();
    await stage.end();
    const [run] = await stage.runs();
    expect(run && asked(run)).toEqual([
      { activity: 'beginCountyMonth', input: month() },
      { activity: 'listCountyBranches', input: { countyId: stage.countyId, limit: 7 } },
      { activity: 'openBranchMonth', input: { ...month(), branchId: 'branch-001' } },
      { activity: 'finishCountyMonth', input: month() },
    ]);
  });

  it('takes no more than three activities and eight events for a branch', async () => {
    const county = stage.begin(50);
    county.refusals = { 'branch-001': 'post-vacant' };
    await stage.start({ pageSize: 50 });
    await stage.end();
    const runs = await stage.runs();
    const activities = runs.flatMap(asked).length;
    const events = runs.flatMap(eventsOf).length;
    expect(activities / 50).toBeLessThanOrEqual(3);
    expect(activities).toBe(55);
    expect(events / 50).toBeLessThanOrEqual(8);
  });

  it('asks four branches at the same time, never more', async () => {
    const county = stage.begin(20);
    county.together = 4;
    await stage.start({ pageSize: 20 });
    await stage.end();
    expect(county.mostAtOnce).toBe(4);
  });

  it('goes on past a branch that refuses, and asks it once more a day later', async () => {
    const county = stage.begin(20);
    county.refusals = { 'branch-003': 'post-vacant' };
    await stage.start();
    await stage.end();
    expect(county.open.size).toBe(19);
    expect(county.asked.filter((branchId) => branchId === 'branch-003')).toHaveLength(2);
    expect([county.asked.length, county.asked.at(-1)]).toEqual([21, 'branch-003']);
    expect(county.finished).toEqual([19, 19]);
    expect((await stage.runs()).flatMap(timerLengths)).toEqual([86_400]);
  });

  it('what was missing and has been filled until then is opened', async () => {
    const county = stage.begin(9);
    county.refusals = { 'branch-003': 'post-vacant', 'branch-008': 'no-year-plan' };
    await stage.start();
    const done = stage.end();
    county.onFinished(() => {
      county.refusals = { 'branch-008': 'no-year-plan' };
    });
    await done;
    expect([county.open.has('branch-003'), county.open.has('branch-008')]).toEqual([true, false]);
    expect(county.finished).toEqual([7, 8]);
  });

  it('asks many refused branches again page by page', async () => {
    const county = stage.begin(9);
    county.refusals = Object.fromEntries(county.branchIds.map((branchId) => [branchId, 'no-year-plan']));
    await stage.start({ pageSize: 4 });
    await stage.end();
    expect(county.asked.length).toBe(18);
    expect(county.asked.slice(9).sort()).toEqual(county.branchIds);
    expect(await stage.runs()).toHaveLength(6);
  });

  it('a branch for which scoring breaks gives way after a quarter of an hour', async () => {
    const county = stage.begin(9);
    county.broken = ['branch-002'];
    await stage.start();
    await stage.end();
    expect(county.open.size).toBe(8);
    expect(county.finished).toEqual([8, 8]);
  });

  it('a county without branches has nothing to open', async () => {
    const county = stage.begin(0);
    await stage.start();
    await stage.end();
    expect([county.asked, county.finished]).toEqual([[], [0]]);
  });

  it('is started once, whether it runs or has ended; branches opened by hand stay as they are', async () => {
    const county = stage.begin(9);
    county.open.add('branch-004');
    expect([await stage.start(), await stage.start()]).toEqual([true, false]);
    await stage.end();
    expect(await stage.start()).toBe(false);
    expect([county.open.size, county.asked.length, county.begun.length]).toEqual([9, 9, 1]);
  });

  it('that was refused before its first day may be started again on it', async () => {
    const county = stage.begin(2);
    county.early = true;
    await stage.start();
    await expect(stage.end()).rejects.toThrow();
    expect(county.asked).toEqual([]);
    county.early = false;
    expect(await stage.start()).toBe(true);
    await stage.end();
    expect(county.open.size).toBe(2);
  });
});
