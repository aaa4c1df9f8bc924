import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMemberCard } from '../cards/card.builders.ts';
import { audit, carriedMeeting, members, otherReviewer, recorder, reviewer, upTo } from '../decisions/october.builders.ts';
import { unsettledMembers } from '../month-processes/process-inputs.ts';
import type { monthView } from '../overview/month-view.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { takeOutLeavers } from './take-out-leavers.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const left = { because: 'death', on: '2026-10-28', by: 'person-90' } as const;
const asked = () => ({ caller: { service: 'member', grants: [] }, now: world.clock.now(), audit });
const goes = (n: number) => takeOutLeavers(world.deps, [{ ...aMemberCard(n), active: false, left }], asked());
const signals = () =>
  world.months
    .pendingOf('dongwan/2026-10')
    .filter(({ type }) => type === 'signal')
    .map(({ payload }) => payload as { workflowId: string; name: string; payload: unknown });
const lines = members.filter((n) => n !== 5);

describe('a member who has left, as the keeper of members tells it', () => {
  it('is taken out of the open month, with the reason', async () => {
    await goes(5);
    const record = await world.record();
    expect(record.state.participants[4]).toMatchObject({
      memberId: 'member-5',
      left: { because: 'death', on: '2026-10-28', by: 'person-90' },
    });
    expect(record.counters.due).toBe(7);
    expect(unsettledMembers(record.state)).not.toContain('member-5');
    expect(world.acts.all()).toMatchObject([{ kind: 'leave', status: 'effective', by: { personId: 'person-90' }, memberId: 'member-5' }]);
  });

  it('ends the member’s own process, and gives the branch’s the new roster', async () => {
    const before = (await world.record()).rosterHash;
    await goes(5);
    const { rosterHash, state } = await world.record();
    expect([rosterHash === before, rosterHash]).toEqual([false, state.rosterHash]);
    expect(signals()).toMatchObject([
      { workflowId: 'member-month/member-5/2026-10', name: 'left' },
      { workflowId: 'branch-month/dongwan/2026-10', name: 'deadlinesChanged', payload: { state: { rosterHash } } },
    ]);
  });

  it('is taken out once, however often the card comes', async () => {
    await goes(5);
    const record = await world.record();
    await goes(5);
    expect([(await world.record()).version, world.acts.all().length, signals().length]).toEqual([record.version, 1, 2]);
  });

  it('holds nobody up: the others are registered, reviewed and resolved without that line', async () => {
    await goes(5);
    for (const n of lines) await world.apply(n);
    const registration = lines.map((n) => ({ memberId: `member-${n}`, deductions: [], task: 600, rewards: [] }));
    expect(await world.decide(recorder, { kind: 'register', lines: registration })).toMatchObject({
      ok: true,
      value: { status: 'effective' },
    });
    await world.decide(reviewer, { kind: 'review', changes: [] });
    await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' });
    world.clock.set('2026-11-10T20:00:00+08:00');
    expect(await world.decide(recorder, { ...carriedMeeting, inFavour: 7 })).toMatchObject({ ok: true, value: { status: 'effective' } });
    const { state } = await world.record();
    expect(state.rounds[0]?.lines.filter(({ resolved }) => resolved === null).map(({ memberId }) => memberId)).toEqual(['member-5']);
  });

  it('is shown beside the list, no more in it', async () => {
    await goes(5);
    const view = await readBranchMonth(world.reads, { branchId: 'dongwan', period: '2026-10', caller: recorder, now: world.clock.now() });
    const { rows, left: leavers } = view.ok ? (view.value as ReturnType<typeof monthView>) : { rows: [], left: undefined };
    expect(rows.map(({ memberId }) => memberId)).not.toContain('member-5');
    expect(leavers).toEqual([{ memberId: 'member-5', name: '党员5', because: 'death', on: '2026-10-28' }]);
  });

  it('stays in a list that the meeting has resolved, and in its figures', async () => {
    await upTo('posted', world);
    const before = (await world.record()).counters;
    await goes(5);
    const view = await readBranchMonth(world.reads, { branchId: 'dongwan', period: '2026-10', caller: recorder, now: world.clock.now() });
    const { rows, meeting, publications } = (view.ok ? view.value : {}) as ReturnType<typeof monthView>;
    expect(rows.map(({ memberId }) => memberId)).toEqual(members.map((n) => `member-${n}`));
    expect(publications[0]?.memberIds).toHaveLength(8);
    expect(meeting.held).toMatchObject([{ dueToAttend: 8, withVote: 8, neededPresent: 4, present: 8, inFavour: 8 }]);
    expect(meeting).toMatchObject({ dueToAttend: 7, withVote: 7 });
    expect((await world.record()).counters).toEqual(before);
  });

  it('who is in no open month, or has not left, changes nothing', async () => {
    const record = await world.record();
    await takeOutLeavers(world.deps, [{ ...aMemberCard(99), left }, aMemberCard(6)], asked());
    expect(await world.record()).toEqual(record);
  });
});
