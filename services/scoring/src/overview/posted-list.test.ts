import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BranchMonthView } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { audit, member, recorder, secretary, upTo } from '../decisions/october.builders.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { projectAct } from '../projection/project-act.ts';
import { readBranchMonth } from './read-branch-month.ts';
import { type ReadWorld, readWorld } from './reads.builders.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

async function seenBy(caller: Caller): Promise<BranchMonthView> {
  const view = await readBranchMonth(world.reads, { branchId: 'dongwan', period: '2026-10', caller, now: world.clock.now() });
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

async function posted() {
  await upTo('resolved', world);
  await world.project();
  world.clock.set('2026-11-11T09:00:00+08:00');
  await world.decide(recorder, { kind: 'post', postedOn: '2026-11-11', place: '村务公开栏' });
}

/** Member 5 objects to the line of member 6, which comes down to 3 points. */
async function corrected() {
  const body = { actId: 'objection', round: 1, memberId: 'member-6', component: 'task' as const, statement: '核实一下' };
  await raiseObjection(world.deps, { branchId: 'dongwan', period: '2026-10', body, caller: member(5), now: world.clock.now(), audit });
  const change = { memberId: 'member-6', deductions: [], task: 300, rewards: [] };
  await world.decide(secretary, { kind: 'answer-objection', objectionId: 'objection', upheld: true, answer: '核查属实', change });
  await world.project();
}

const asPosted = (n: number) => ({
  memberId: `member-${n}`,
  baseBalance: 2000,
  task: 600,
  reward: 0,
  honour: 0,
  total: 600,
  yearToDate: 2600,
});

describe('a list that is posted (regulation 2-2 step 7)', () => {
  it('is kept with the numbers of its day, in roster order', async () => {
    await upTo('resolved', world);
    expect((await seenBy(secretary)).publications[0]?.posted).toBeUndefined();
    world = await readWorld();
    await posted();
    expect((await seenBy(secretary)).publications[0]?.posted).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(asPosted));
  });

  it('stays as it was posted when an objection has changed a line, which is told beside it', async () => {
    await posted();
    await corrected();
    const { publications, rows } = await seenBy(secretary);
    expect(publications[0]).toMatchObject({ heldBack: ['member-6'] });
    expect(publications[0]?.memberIds).not.toContain('member-6');
    expect(publications[0]?.posted?.[5]).toEqual(asPosted(6));
    expect(rows.find(({ memberId }) => memberId === 'member-6')?.yearToDate).toBe(2300);
  });

  it('shows other members no line that is held back', async () => {
    await posted();
    await corrected();
    const seen = async (n: number) => (await seenBy(member(n))).publications[0]?.posted?.map(({ memberId }) => memberId);
    expect(await seen(7)).toEqual(['member-1', 'member-2', 'member-3', 'member-4', 'member-5', 'member-7', 'member-8']);
    expect(await seen(6)).toContain('member-6');
  });
});

/** November, resolved as October was, by a meeting of its own. */
async function november(stage: BranchMonthRecord['stage']) {
  const [meeting] = world.projections();
  const october = await world.record();
  const act = await world.acts.find(meeting?.actId ?? '');
  if (!act) throw new Error('no meeting');
  const inNovember = <T>(of: T): T =>
    JSON.parse(
      JSON.stringify(of).replaceAll(act._id, 'november').replaceAll('"2026-10"', '"2026-11"').replaceAll('n/2026-10', 'n/2026-11'),
    );
  await world.acts.insert(inNovember(act), []);
  await world.months.insert({ ...inNovember(october), stage }, []);
  await projectAct(world.reads, { branchId: 'dongwan', period: '2026-11', actId: 'november' });
  return () => world.sheets.sheets().find(({ _id }) => _id === 'member-6/2026-11')?.yearToDate.total;
}

describe('months that are resolved in the wrong order', () => {
  it('the later one takes the earlier into its year to date as long as it is not posted', async () => {
    await upTo('resolved', world);
    const yearToDate = await november('posting');
    expect(yearToDate()).toBe(2600);
    await world.project();
    expect(yearToDate()).toBe(3200);
  });

  it('the later one stays as it was posted', async () => {
    await upTo('resolved', world);
    const yearToDate = await november('publicity');
    await world.project();
    expect(yearToDate()).toBe(2600);
  });

  it.each([
    ['an earlier month that no meeting has resolved', '2026-09', 'meeting', 1, ['2026-09']],
    ['an earlier month that is resolved', '2026-09', 'posting', 1, []],
    ['a supplement of an earlier month', '2026-09', 'registering', 2, []],
    ['a later month', '2026-11', 'applying', 1, []],
    ['a month of another year', '2025-12', 'applying', 1, []],
  ] as const)('%s is named before the list is made, or not', async (_what, period, stage, round, named) => {
    const record = await world.record();
    await world.months.insert({ ...record, _id: `dongwan/${period}`, period, stage, round }, []);
    expect((await seenBy(secretary)).openBefore).toEqual(named);
  });
});
