import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/service-kit';
import {
  audit,
  carriedMeeting,
  member,
  members,
  otherReviewer,
  recorder,
  registration,
  review,
  reviewer,
  secretary,
  stranger,
} from '../decisions/october.builders.ts';
import { applyUnapplied } from '../month-acts/apply-unapplied.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { breakOnce } from '../recording/crashing.ts';
import { answered } from './answered.builders.ts';
import { applicationForm } from './application-form.ts';
import { confirmEntry } from './confirm-entry.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const month = { branchId: 'dongwan', period: '2026-10' };
const own = { ...month, memberId: 'member-5' };
let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
  await enter();
});

const asked = (caller: Caller) => ({ caller, now: world.clock.now(), audit });
const enter = (actId = 'entered') => {
  const fulfilments = [{ pledgeId: 'pledge-5', state: 'done' as const }];
  const body = { actId, fulfilments, rewards: [], onBehalf: { paperSignedOn: '2026-10-26' } };
  return submitApplication(world.reads, { ...own, ...asked(recorder), body });
};
const confirm = ({ caller = member(5), actId = 'mine', applicationId = 'entered' } = {}) =>
  answered(confirmEntry(world.reads, { ...own, ...asked(caller), actId, applicationId }));
const submitted = async (caller: Caller = member(5)) => {
  const form = await applicationForm(world.reads, { ...own, caller, now: world.clock.now() });
  return form.ok ? form.value.submitted : undefined;
};
const keptOf = async () => (await world.record()).state.participants.find(({ memberId }) => memberId === 'member-5')?.entryConfirmed;

describe('confirming what was entered on behalf (代填)', () => {
  it('is the member’s own act, effective at once: the record keeps who and when', async () => {
    const at = world.clock.now();
    expect(await confirm()).toEqual({ ok: true, value: { actId: 'mine', status: 'effective', at } });
    expect(await keptOf()).toEqual({ actId: 'mine', by: 'person-5', at });
    expect(await world.acts.find('mine')).toMatchObject({
      kind: 'confirm-entry',
      memberId: 'member-5',
      by: { personId: 'person-5', role: 'member' },
      content: { applicationId: 'entered' },
    });
    expect(world.acts.pendingOf('mine').map(({ type }) => type)).toEqual(['audit']);
  });

  it('leaves the counters and the line as they are', async () => {
    const before = await world.record();
    await confirm();
    const { counters, state } = await world.record();
    expect([counters, state.rounds]).toEqual([before.counters, before.state.rounds]);
  });

  it('is offered to the member alone, and shown to whoever sees the form and the grid', async () => {
    expect([await submitted(), await submitted(recorder)]).toMatchObject([{ confirmable: true }, { confirmable: false }]);
    await confirm();
    const at = world.clock.now();
    expect([await submitted(), await submitted(recorder)]).toMatchObject([
      { confirmable: false, confirmedAt: at },
      { confirmable: false, confirmedAt: at },
    ]);
    const grid = await readBranchMonth(world.reads, { ...month, caller: secretary, now: at });
    const rows = grid.ok ? grid.value.rows : [];
    expect(rows.filter(({ entryConfirmedAt }) => entryConfirmedAt === at).map(({ memberId }) => memberId)).toEqual(['member-5']);
  });

  it('sent twice is one confirmation; with another content it is another', async () => {
    const first = await confirm();
    expect(await confirm()).toEqual(first);
    expect(await confirm({ applicationId: 'another' })).toMatchObject({ ok: false, refusal: { code: 'different-body' } });
    expect(await confirm({ actId: 'again' })).toMatchObject({ ok: false, refusal: { code: 'nothing-to-confirm' } });
    expect(world.acts.all().filter(({ kind }) => kind === 'confirm-entry')).toHaveLength(1);
  });

  it('stays recorded when it cannot be taken into the month yet, and a second one finds it there', async () => {
    breakOnce(world.acts, 'unapplied', 'before');
    expect(await confirm()).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await confirm({ actId: 'again' })).toMatchObject({ ok: false, refusal: { code: 'nothing-to-confirm' } });
    expect(await keptOf()).toBeUndefined();
    await applyUnapplied(world.deps, 'dongwan', '2026-10');
    expect(await keptOf()).toMatchObject({ actId: 'mine' });
  });

  it.each([
    ['the recorder', recorder, 'forbidden'],
    ['another member', member(6), 'forbidden'],
    ['the secretary', secretary, 'forbidden'],
    ['somebody of another branch', stranger, 'not-found'],
  ] as const)('is not for %s, and leaves no trace', async (_who, caller, code) => {
    expect(await confirm({ caller })).toMatchObject({ ok: false, refusal: { code } });
    expect(await world.acts.find('mine')).toBeUndefined();
  });

  it('is refused where they applied themselves', async () => {
    const applied = await world.apply(6);
    const asking = { ...month, memberId: 'member-6', ...asked(member(6)), actId: 'mine', applicationId: applied._id };
    expect(await confirmEntry(world.reads, asking)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-confirm' } });
  });

  it('of an entry that was taken back meanwhile does not pass to the one entered after it', async () => {
    await withdrawApplication(world.reads, { ...own, ...asked(recorder), actId: 'taken-back' });
    await enter('entered-anew');
    expect(await confirm()).toMatchObject({ ok: false, refusal: { code: 'nothing-to-confirm' } });
    expect(await confirm({ applicationId: 'entered-anew' })).toMatchObject({ ok: true });
  });

  it('is possible until the meeting has resolved the line; no step waited for it', async () => {
    for (const n of members.filter((one) => one !== 5)) await world.apply(n);
    expect(await world.decide(recorder, registration)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await submitted()).toMatchObject({ confirmable: true });
    await world.decide(reviewer, review);
    await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' });
    world.clock.set('2026-11-10T20:00:00+08:00');
    await world.decide(recorder, carriedMeeting);
    expect(await world.record()).toMatchObject({ stage: 'posting' });
    expect(await submitted()).toMatchObject({ confirmable: false });
    expect(await confirm()).toMatchObject({ ok: false, refusal: { code: 'already-decided' } });
  });
});
