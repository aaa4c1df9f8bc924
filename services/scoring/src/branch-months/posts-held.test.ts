import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BranchCard } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aGrant } from '@jifen/test-kit';
import { applicationForm } from '../applications/application-form.ts';
import { submitApplication } from '../applications/submit-application.ts';
import { aBranchCard, aPost } from '../cards/card.builders.ts';
import { audit, member, recorder, registration } from '../decisions/october.builders.ts';
import { findOutstanding } from '../outstanding/find-outstanding.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { listTodos } from '../todos/list-todos.ts';

const passesOn = Date.parse('2026-11-09T00:00:00+08:00');
const [before, after] = ['2026-11-08T23:59:00+08:00', '2026-11-09T00:00:00+08:00'];
const successor: Caller = { ...member(5), grants: [aGrant({ role: 'recorder', organisation: '/qinghe/lianhu/dongwan' })] };
const month = { branchId: 'dongwan', period: '2026-10' };

/** The recorder's post passes from person 4 to person 5 while the registration is waited for. */
function passed(): BranchCard {
  const posts = [
    aPost({ personId: 'person-1', memberId: 'member-1', role: 'secretary' }),
    aPost({ personId: 'person-2', memberId: 'member-2', role: 'committee-member' }),
    aPost({ personId: 'person-3', memberId: 'member-3', role: 'committee-member' }),
    aPost({ personId: 'person-4', memberId: 'member-4', role: 'recorder', until: passesOn }),
    aPost({ personId: 'person-5', memberId: 'member-5', role: 'recorder', from: passesOn }),
  ];
  return aBranchCard({ posts, version: 2 });
}

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
  for (const n of [1, 2, 3, 4, 6, 7, 8]) await world.apply(n);
  await world.reads.cards.keepBranches([passed()]);
  world.deps.cards = world.reads.cards;
});

const todosOf = async (caller: Caller) =>
  (await listTodos(world.reads, { caller, now: world.clock.now() })).map(({ kind }) => kind).filter((kind) => kind === 'register');

describe('a post that passes on while a month is open', () => {
  it('is acted in by whoever holds it on the day', async () => {
    world.clock.set(before);
    expect(await world.decide(successor, registration)).toMatchObject({ ok: false, refusal: { code: 'not-your-post' } });
    world.clock.set(after);
    expect(await world.decide(recorder, registration)).toMatchObject({ ok: false, refusal: { code: 'not-your-post' } });
    expect(await world.decide(successor, registration)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect((await world.record()).state.posts.recorder).toBe('person-5');
  });

  it('is the to-do of its new holder, and no more of the old one', async () => {
    world.clock.set(after);
    expect([await todosOf(recorder), await todosOf(successor)]).toEqual([[], ['register']]);
  });

  it('is named on the month’s page, on the form, and reminded of', async () => {
    world.clock.set(after);
    const now = world.clock.now();
    const view = await readBranchMonth(world.reads, { ...month, caller: successor, now });
    expect(view.ok && view.value.allowed).toContain('register');
    const form = await applicationForm(world.reads, { ...month, memberId: 'member-6', caller: member(6), now });
    expect(form.ok && form.value.next).toMatchObject({ role: 'recorder', name: '党员5' });
    await reachDeadline(world.deps, { ...month, step: 'application', round: 1, now, audited: [] });
    const asked = { ...month, step: 'registration' as const, round: 1, level: 0 };
    const outstanding = await findOutstanding(world.reads, asked, now);
    expect(outstanding.ok && outstanding.value.people).toEqual([{ personId: 'person-5', memberId: 'member-5', reason: 'has-to-act' }]);
  });

  it('was held by whoever entered for a member before, also where the entry is taken in later', async () => {
    world.clock.set(before);
    const record = await world.record();
    const act = await submitApplication(world.deps, {
      ...month,
      memberId: 'member-5',
      body: {
        actId: 'by-telephone',
        fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }],
        rewards: [],
        lateReason: '外出务工',
        onBehalf: { way: 'telephone' },
      },
      caller: recorder,
      now: world.clock.now(),
      audit,
    });
    if (!act.ok) throw new Error(act.refusal.code);
    world.clock.set(after);
    const { proceeding } = world.deps.subjects;
    expect(await proceeding.effect(record, act.value, await proceeding.branchOf(act.value))).toMatchObject({ ok: true });
  });

  it('stays with whoever had it where nobody holds it', async () => {
    const posts = passed().posts.filter(({ role }) => role !== 'secretary');
    await world.reads.cards.keepBranches([aBranchCard({ posts, version: 3 })]);
    const view = await readBranchMonth(world.reads, { ...month, caller: member(1), now: world.clock.now() });
    expect(view.ok && view.value.reviewers[0]).toMatchObject({ role: 'secretary', memberId: 'member-1' });
  });
});
