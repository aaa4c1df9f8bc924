import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  carriedMeeting,
  member,
  type October,
  october,
  otherReviewer,
  posting,
  recorder,
  registration,
  review,
  reviewer,
  secretary,
  stranger,
  superior,
  upTo,
} from './october.builders.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

describe('taking a decision', () => {
  it('is effective when its process applies it, and the month is at the next step', async () => {
    await upTo('registered', world);
    expect(await world.decide(reviewer, review)).toMatchObject({
      ok: true,
      value: { status: 'effective', by: { role: 'committee-member' } },
    });
    const record = await world.record();
    expect(record.stage).toBe('reviewing');
    expect(await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' })).toMatchObject({ ok: true });
    expect((await world.record()).stage).toBe('meeting');
  });

  it('goes through a whole month: registered, reviewed, resolved, posted, filed and received', async () => {
    await upTo('filed', world);
    expect(await world.record()).toMatchObject({
      stage: 'filed',
      round: 1,
      publications: [{ postedOn: '2026-11-11', place: '村务公开栏' }],
    });
    expect(await world.decide(superior, { kind: 'receive' })).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await world.record()).toMatchObject({ stage: 'filed', publications: [{ receiptNumber: '202610-dongwan-1' }] });
  });

  it("is sent to the branch's process up to the meeting, and to the publication of its round afterwards", async () => {
    await upTo('posted', world);
    expect(world.processes.sent.map(({ workflowId, message }) => [message.kind, workflowId])).toEqual([
      ['register', 'branch-month/dongwan/2026-10'],
      ['review', 'branch-month/dongwan/2026-10'],
      ['review-own-line', 'branch-month/dongwan/2026-10'],
      ['record-meeting', 'branch-month/dongwan/2026-10'],
      ['post', 'publication/dongwan/2026-10/1'],
    ]);
  });

  it.each([
    ['twice', { present: ['member-1', 'member-2', 'member-2'] }, { code: 'attended-and-on-leave', memberId: 'member-2' }],
    ['present and on leave', { onLeave: ['member-8'] }, { code: 'attended-and-on-leave', memberId: 'member-8' }],
    ['who is not of the branch', { present: ['member-1', 'member-99'] }, { code: 'unknown-line', memberId: 'member-99' }],
  ])('a meeting with somebody marked %s is refused, and leaves no trace', async (_how, marked, refusal) => {
    await upTo('reviewed', world);
    world.clock.set('2026-11-10T20:00:00+08:00');
    expect(await world.decide(recorder, { ...carriedMeeting, ...marked })).toEqual({ ok: false, refusal });
    expect(world.acts.all().some(({ kind }) => kind === 'record-meeting')).toBe(false);
  });

  it('stays recorded as pending while its process does not answer', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    const taken = await world.decide(reviewer, review, { actId: 'review-one' });
    expect(taken).toMatchObject({ ok: true, value: { status: 'pending' } });
    expect(await world.acts.find('review-one')).toMatchObject({ status: 'pending', live: true });
    expect(world.acts.pendingOf('review-one').map((event) => event.type)).toEqual(['audit', 'deliver-act']);
  });

  it('stays recorded as pending while its process is not at that step yet', async () => {
    await upTo('resolved', world);
    world.processes.mood = 'not-yet';
    world.clock.set('2026-11-11T09:00:00+08:00');
    expect(await world.decide(recorder, posting)).toMatchObject({ ok: true, value: { status: 'pending' } });
  });

  it('is refused before the answer when its process says never, and its key is free again', async () => {
    await upTo('registered', world);
    world.processes.mood = { refuses: 'stale-roster' };
    const refused = await world.decide(reviewer, review, { actId: 'review-one' });
    expect(refused).toMatchObject({ ok: true, value: { status: 'refused', refusal: { code: 'stale-roster' } } });
    expect(await world.acts.find('review-one')).not.toHaveProperty('live');
    world.processes.mood = 'applies';
    expect(await world.decide(reviewer, review)).toMatchObject({ ok: true, value: { status: 'effective' } });
  });
});

describe('two people who decide at once', () => {
  it('the first wins; the second hears who decided, and when', async () => {
    await upTo('registered', world);
    const decidedAt = world.clock.now();
    const answers = await Promise.all([world.decide(reviewer, review), world.decide(otherReviewer, review)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      refusal: { code: 'decided-by-another', by: expect.stringMatching(/^member-[23]$/), at: decidedAt },
    });
    expect((await world.record()).actIds.filter((actId) => actId.startsWith('review-'))).toHaveLength(1);
  });

  it('the second hears of the first even while the first is still being delivered', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    expect(await world.decide(otherReviewer, review)).toMatchObject({
      ok: false,
      refusal: { code: 'decided-by-another', actId: 'review-one', by: 'member-2' },
    });
  });
});

describe('the same decision sent twice', () => {
  it('is one decision with one answer', async () => {
    await upTo('registered', world);
    const first = await world.decide(reviewer, review, { actId: 'review-one' });
    const second = await world.decide(reviewer, review, { actId: 'review-one' });
    expect(second).toEqual(first);
    expect((await world.record()).actIds.filter((actId) => actId === 'review-one')).toHaveLength(1);
  });

  it('is delivered once more while it is pending', async () => {
    await upTo('registered', world);
    world.processes.mood = 'unreachable';
    await world.decide(reviewer, review, { actId: 'review-one' });
    world.processes.mood = 'applies';
    expect(await world.decide(reviewer, review, { actId: 'review-one' })).toMatchObject({ ok: true, value: { status: 'effective' } });
  });

  it('is refused when the same id says something else, or comes from somebody else', async () => {
    await upTo('registered', world);
    await world.decide(reviewer, review, { actId: 'review-one' });
    const change = { memberId: 'member-7', deductions: [], task: 300, rewards: [], reason: '未完成' };
    const differs = { ok: false, refusal: { code: 'different-body', actId: 'review-one' } };
    expect(await world.decide(reviewer, { kind: 'review', changes: [change] }, { actId: 'review-one' })).toEqual(differs);
    expect(await world.decide(otherReviewer, review, { actId: 'review-one' })).toEqual(differs);
  });
});

describe('a decision that is not allowed', () => {
  it('is not found by somebody of another branch', async () => {
    expect(await world.decide(stranger, review)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is forbidden to whoever has no such post', async () => {
    expect(await world.decide(member(7), registration)).toEqual({
      ok: false,
      refusal: { code: 'forbidden', action: 'registration:decide' },
    });
  });

  it('leaves no trace when the regulation refuses it', async () => {
    await upTo('registered', world);
    const before = await world.record();
    expect(await world.decide(recorder, carriedMeeting, { actId: 'meeting-one' })).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-step' },
    });
    expect(await world.acts.find('meeting-one')).toBeUndefined();
    expect(await world.record()).toEqual(before);
  });

  it('is refused for a roster that has changed', async () => {
    await upTo('registered', world);
    expect(await world.decide(reviewer, review, { rosterHash: '0123456789abcdef' })).toMatchObject({
      ok: false,
      refusal: { code: 'stale-roster' },
    });
  });

  it('is refused on a round that is not there', async () => {
    await upTo('registered', world);
    expect(await world.decide(reviewer, review, { round: 2 })).toEqual({ ok: false, refusal: { code: 'unknown-round', round: 2 } });
  });
});

describe('withdrawing a decision', () => {
  it('takes the month back to its step and frees the key', async () => {
    await upTo('registered', world);
    const registered = (await world.record()).actIds.at(-1) ?? '';
    expect(await world.decide(recorder, { kind: 'withdraw', actId: registered })).toMatchObject({
      ok: true,
      value: { status: 'effective' },
    });
    expect((await world.record()).stage).toBe('registering');
    expect(await world.acts.find(registered)).toMatchObject({ status: 'withdrawn' });
    expect(await world.decide(recorder, registration)).toMatchObject({ ok: true, value: { status: 'effective' } });
  });

  it('is refused once the next step has decided', async () => {
    await upTo('registered', world);
    const registered = (await world.record()).actIds.at(-1) ?? '';
    await world.decide(reviewer, review);
    expect(await world.decide(recorder, { kind: 'withdraw', actId: registered })).toMatchObject({
      ok: false,
      refusal: { code: 'next-step-decided' },
    });
  });

  it('is not for somebody else than the decider', async () => {
    await upTo('registered', world);
    const registered = (await world.record()).actIds.at(-1) ?? '';
    expect(await world.decide(secretary, { kind: 'withdraw', actId: registered })).toMatchObject({
      ok: false,
      refusal: { code: 'not-your-post' },
    });
  });
});
