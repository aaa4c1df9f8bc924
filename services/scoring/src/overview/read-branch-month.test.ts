import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BranchMonthView } from '@jifen/contracts';
import { branchMonthView } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import {
  audit,
  member,
  members,
  otherReviewer,
  recorder,
  registration,
  reviewer,
  secretary,
  stranger,
  superior,
  upTo,
} from '../decisions/october.builders.ts';
import { supplementOfALateLine } from '../decisions/supplement.builders.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { readBranchMonth } from './read-branch-month.ts';
import { type ReadWorld, readWorld } from './reads.builders.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

async function seenBy(caller: Caller): Promise<BranchMonthView> {
  const view = await readBranchMonth(world.reads, { branchId: 'dongwan', period: '2026-10', caller, now: world.clock.now() });
  if (!view.ok) throw new Error(view.refusal.code);
  return branchMonthView.parse(view.value);
}
const rowOf = (view: BranchMonthView, n: number) => view.rows.find(({ memberId }) => memberId === `member-${n}`);

describe('the branch’s month as its posts see it', () => {
  it('shows every member in roster order, and who is still waited for', async () => {
    await world.apply(5);
    const view = await seenBy(secretary);
    expect(view.rows.map(({ rosterNumber }) => rosterNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rowOf(view, 5)).toMatchObject({ application: 'applied', claimed: { task: 600 }, proposed: { task: 600 } });
    expect(rowOf(view, 6)).toMatchObject({ application: 'waiting', proposed: { deductions: [], task: 0, rewards: [] } });
    expect(view.waitingFor.map(({ memberId }) => memberId)).not.toContain('member-5');
    expect(view.waitingFor).toHaveLength(7);
  });

  it('offers the items of the scheme that the month was opened with, by its names and usual amounts', async () => {
    const { items, sector } = await seenBy(recorder);
    expect([sector, items.deductions.length, items.rewards.length]).toEqual(['village-community', 10, 4]);
    expect(items.deductions[0]).toEqual({
      item: 'unexcused-absence',
      title: '无故缺席组织生活',
      amount: 50,
      evidence: 'optional',
      sample: true,
    });
    expect(items.rewards[2]).toEqual({ item: 'heroic-act', title: '见义勇为', amount: 500, evidence: 'required', sample: true });
  });

  it('names who reviews, the secretary first', async () => {
    expect((await seenBy(recorder)).reviewers).toEqual([
      { role: 'secretary', name: '党员1', memberId: 'member-1' },
      { role: 'committee-member', name: '党员2', memberId: 'member-2' },
      { role: 'committee-member', name: '党员3', memberId: 'member-3' },
    ]);
  });

  it('keeps claimed, registered, reviewed and resolved values apart, with the reason for a change', async () => {
    for (const n of members) await world.apply(n);
    await world.decide(recorder, registration);
    const change = { memberId: 'member-5', deductions: [], task: 300, rewards: [], reason: '只完成一半' };
    await world.decide(reviewer, { kind: 'review', changes: [change] });
    const row = rowOf(await seenBy(secretary), 5);
    expect([row?.claimed?.task, row?.registered?.task, row?.reviewed?.task, row?.resolved]).toEqual([600, 600, 300, undefined]);
    expect(row?.reasons).toEqual([
      { step: 'registration', reason: '支部掌握的情况' },
      { step: 'review', reason: '只完成一半' },
    ]);
  });

  it('shows a late claim as not registered yet, whatever was registered before it, until it is registered by itself', async () => {
    for (const n of members.slice(0, -1)) await world.apply(n);
    world.clock.set('2026-11-06T09:00:00+08:00');
    const known = { memberId: 'member-8', deductions: [], task: 200, rewards: [], note: '支部掌握的情况' };
    await world.decide(recorder, { kind: 'register', lines: [...registration.lines.slice(0, -1), known] });
    expect(rowOf(await seenBy(recorder), 8)).toMatchObject({ application: 'absent', registered: { task: 200 }, proposed: { task: 200 } });
    world.clock.set('2026-11-06T10:00:00+08:00');
    await world.apply(8, { lateReason: '外出' });
    const late = await seenBy(recorder);
    expect(late.rows.filter(({ registered }) => registered === undefined).map(({ memberId }) => memberId)).toEqual(['member-8']);
    expect(rowOf(late, 8)).toMatchObject({ application: 'late', claimed: { task: 600 }, proposed: { task: 600 } });
    world.clock.set('2026-11-06T11:00:00+08:00');
    await world.decide(recorder, { kind: 'register', lines: [{ ...known, task: 600 }] });
    expect(rowOf(await seenBy(recorder), 8)).toMatchObject({ registered: { task: 600 }, proposed: { task: 600 } });
  });

  it('waits for another member of the committee where one left out their own line (本人回避)', async () => {
    for (const n of members) await world.apply(n);
    await world.decide(recorder, registration);
    await world.decide(reviewer, { kind: 'review', changes: [] });
    expect((await seenBy(secretary)).waitingFor.map(({ memberId }) => memberId)).toEqual(['member-3']);
    expect((await seenBy(reviewer)).allowed).toEqual([]);
    expect((await seenBy(otherReviewer)).allowed).toEqual(['review-own-line']);
  });

  it('counts for the meeting: eight with a vote need four present and five in favour', async () => {
    await upTo('resolved', world);
    const { meeting } = await seenBy(secretary);
    expect(meeting).toMatchObject({ attempt: 2, dueToAttend: 8, withVote: 8, neededPresent: 4, neededInFavour: 5 });
    expect(meeting.held).toMatchObject([{ heldOn: '2026-11-10', present: 8, inFavour: 8, carried: true, quorumMet: true }]);
    expect(meeting.held[0]?.presentMembers).toHaveLength(8);
  });

  it('shows the year’s total beside the month once it is projected', async () => {
    await upTo('resolved', world);
    expect(rowOf(await seenBy(secretary), 5)?.yearToDate).toBeUndefined();
    await world.project();
    expect(rowOf(await seenBy(secretary), 5)).toMatchObject({ yearToDate: 2600, baseBalance: 2000, totals: { task: 600, total: 600 } });
  });

  it('names the acts, and lets only their own author withdraw the last one', async () => {
    await upTo('registered', world);
    expect((await seenBy(recorder)).acts).toMatchObject([{ kind: 'register', byName: '党员4', status: 'effective', withdrawable: true }]);
    expect((await seenBy(secretary)).acts).toMatchObject([{ kind: 'register', withdrawable: false }]);
  });
});

describe('what is allowed', () => {
  it.each([
    ['a member', member(5), ['apply']],
    ['the recorder', recorder, ['apply', 'apply-on-behalf']],
    ['the secretary', secretary, ['apply', 'extend-for-member']],
    ['the supervising committee', superior, ['extend']],
  ] as const)('while applications are open, %s may %s', async (_who, caller, allowed) => {
    expect((await seenBy(caller)).allowed).toEqual(allowed);
  });

  it('opens registration when everybody has applied, and hides it from everybody but the recorder', async () => {
    for (const n of members) await world.apply(n);
    expect((await seenBy(recorder)).allowed).toEqual(['register']);
    expect((await seenBy(secretary)).allowed).toEqual([]);
  });

  it.each([
    ['opened', ['extend']],
    ['registered', ['extend']],
    ['reviewed', ['extend']],
    ['resolved', []],
  ] as const)('lets the supervising committee extend up to the meeting: a month that is %s', async (step, allowed) => {
    if (step !== 'opened') await upTo(step, world);
    expect((await seenBy(superior)).allowed).toEqual(allowed);
    expect((await seenBy(secretary)).allowed).not.toContain('extend');
  });

  it('lets nobody extend a supplement, which has days of its own', async () => {
    await supplementOfALateLine(world);
    expect((await seenBy(superior)).stage).toBe('registering');
    expect((await seenBy(superior)).allowed).not.toContain('extend');
  });

  it('lets the recorder post, members object in publicity, and the supervising committee receive or return', async () => {
    await upTo('resolved', world);
    expect((await seenBy(recorder)).allowed).toEqual(['post']);
    world.clock.set('2026-11-11T09:00:00+08:00');
    await world.decide(recorder, { kind: 'post', postedOn: '2026-11-11', place: '村务公开栏' });
    expect((await seenBy(member(5))).allowed).toEqual(['object']);
    expect((await seenBy(superior)).allowed).toEqual([]);
    world.clock.set('2026-11-19T09:00:00+08:00');
    expect((await seenBy(recorder)).allowed).toContain('file');
    await world.decide(recorder, { kind: 'file' });
    expect((await seenBy(superior)).allowed).toEqual(['receive', 'return']);
    expect((await seenBy(recorder)).allowed).toEqual([]);
  });
});

describe('the branch’s month as a member without a post sees it', () => {
  const objection = { actId: 'objection-1', round: 1, memberId: 'member-6', component: 'task' as const, statement: '核实一下' };
  const object = (caller: Caller) =>
    raiseObjection(world.deps, { branchId: 'dongwan', period: '2026-10', body: objection, caller, now: world.clock.now(), audit });

  it('is their own line only, before a list is posted', async () => {
    await upTo('resolved', world);
    await world.project();
    const view = await seenBy(member(5));
    expect(view.rows.map(({ memberId }) => memberId)).toEqual(['member-5']);
    expect(view.rows[0]).toMatchObject({ claimed: { task: 600 }, resolved: { task: 600 } });
    expect([view.acts, view.meeting.held]).toEqual([[], []]);
  });

  it('is, of the others, names and totals of the posted list and nothing they claimed', async () => {
    await upTo('posted', world);
    await world.project();
    const view = await seenBy(member(5));
    expect(view.rows).toHaveLength(8);
    expect(rowOf(view, 6)).toEqual({
      memberId: 'member-6',
      name: '党员6',
      rosterNumber: 6,
      standing: 'full',
      class: 'without-post',
      channel: 'screen',
      votes: true,
      application: 'applied',
      proposed: { deductions: [], task: 0, rewards: [] },
      reasons: [],
      heldBack: false,
      supplement: false,
      totals: { base: 0, task: 600, reward: 0, honour: 0, total: 600 },
      baseBalance: 2000,
      yearToDate: 2600,
    });
  });

  it('hides who objected, and to whom, from the others', async () => {
    await upTo('posted', world);
    await object(member(5));
    expect((await seenBy(member(5))).objections).toMatchObject([{ statement: '核实一下', status: 'open' }]);
    const other = await seenBy(member(7));
    expect(other.objections).toEqual([]);
    expect(other.publications[0]?.heldBack).toEqual([]);
    expect(rowOf(other, 6)).toBeUndefined();
    expect((await seenBy(secretary)).allowed).toContain('answer-objection');
  });

  it('does not name who has not applied', async () => {
    expect((await seenBy(member(5))).waitingFor.map(({ memberId }) => memberId)).toEqual(['member-5']);
  });
});

describe('who may see a branch’s month', () => {
  it('is nobody from another branch, and nobody whose term is over', async () => {
    const asking = { branchId: 'dongwan', period: '2026-10', now: world.clock.now() };
    expect(await readBranchMonth(world.reads, { ...asking, caller: stranger })).toEqual({ ok: false, refusal: { code: 'not-found' } });
    const over = { ...recorder, grants: recorder.grants.map((grant) => ({ ...grant, until: world.clock.now() })) };
    expect(await readBranchMonth(world.reads, { ...asking, caller: over })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
