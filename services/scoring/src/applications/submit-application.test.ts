import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ApplicationBody } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { audit, member, members, recorder, registration, stranger } from '../decisions/october.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { applyUnapplied } from '../month-acts/apply-unapplied.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { breakOnce, missOnce } from '../recording/crashing.ts';
import { handle } from '../relays.ts';
import { answered } from './answered.builders.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

let world: ReadWorld;
let woken: number;
beforeEach(async () => {
  world = await readWorld();
  woken = 0;
});

const month = { branchId: 'dongwan', period: '2026-10' };
const ports = () => ({
  ...world.reads,
  wake: () => {
    woken += 1;
  },
});
const aBody = (n: number, of: Partial<ApplicationBody> = {}): ApplicationBody => ({
  actId: `application-of-${n}`,
  fulfilments: [{ pledgeId: `pledge-${n}`, state: 'done' }],
  rewards: [],
  ...of,
});
const submit = (n: number, { caller = member(n), ...of }: Partial<ApplicationBody> & { caller?: Caller } = {}) =>
  answered(submitApplication(ports(), { ...month, memberId: `member-${n}`, body: aBody(n, of), caller, now: world.clock.now(), audit }));
const withdraw = (n: number, { caller = member(n), actId = `withdrawal-of-${n}` } = {}) =>
  answered(withdrawApplication(ports(), { ...month, memberId: `member-${n}`, actId, caller, now: world.clock.now(), audit }));
const stateOf = async (n: number) =>
  (await world.record()).state.participants.find(({ memberId }) => memberId === `member-${n}`)?.application;

describe('applying (step 3)', () => {
  it('is effective at once and counted', async () => {
    const answer = await submit(5);
    expect(answer).toEqual({ ok: true, value: { actId: 'application-of-5', status: 'effective', at: world.clock.now() } });
    expect(await stateOf(5)).toBe('applied');
    expect((await world.record()).counters).toMatchObject({ due: 8, applied: 1, onBehalf: 0, late: 0, absent: 0 });
  });

  it('tells the member’s process, and leaves an audit record in the write of the act', async () => {
    await submit(5);
    const pending = world.acts.pendingOf('application-of-5');
    expect(pending.map(({ type }) => type)).toEqual(['audit', 'applied']);
    await handle(coreHandlers(world.deps), 'applied', pending[1]?.payload);
    expect(world.processes.signals).toEqual([
      {
        workflowId: 'member-month/member-5/2026-10',
        name: 'applied',
        payload: { actId: 'application-of-5', at: world.clock.now() },
      },
    ]);
  });

  it('is the same application when it is sent again while the first sending is still on its way', async () => {
    missOnce(world.acts, 'find', () => submit(5));
    expect(await submit(5)).toEqual({ ok: true, value: { actId: 'application-of-5', status: 'effective', at: world.clock.now() } });
    missOnce(world.acts, 'find', () => withdraw(5));
    expect(await withdraw(5)).toEqual({ ok: true, value: { actId: 'withdrawal-of-5', status: 'effective', at: world.clock.now() } });
  });

  it('is the same application when it is sent twice', async () => {
    const first = await submit(5);
    expect(await submit(5)).toEqual(first);
    expect((await world.record()).counters.applied).toBe(1);
  });

  it('refuses the same id with another body, and leaves no trace of it', async () => {
    await submit(5);
    const other = await submit(5, { fulfilments: [{ pledgeId: 'pledge-5', state: 'not-done', sentence: '下雨' }] });
    expect(other).toEqual({ ok: false, refusal: { code: 'different-body', actId: 'application-of-5' } });
    expect(world.acts.all()).toHaveLength(1);
  });

  it('refuses a second application while one is live', async () => {
    await submit(5);
    expect(await submit(5, { actId: 'another' })).toEqual({ ok: false, refusal: { code: 'already-applied', memberId: 'member-5' } });
    expect(world.acts.all()).toHaveLength(1);
  });

  it('lets one of two applications win that are sent at the same time', async () => {
    const answers = await Promise.all([submit(5, { actId: 'first' }), submit(5, { actId: 'second' })]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await world.record()).counters.applied).toBe(1);
  });

  it('asks for a sentence only where a pledge was not done in full', async () => {
    const partly = { pledgeId: 'pledge-5', state: 'partly-done' as const };
    expect(await submit(5, { fulfilments: [partly] })).toEqual({ ok: false, refusal: { code: 'sentence-required', pledgeId: 'pledge-5' } });
    expect(await submit(5, { fulfilments: [{ ...partly, sentence: '做了一半' }] })).toMatchObject({ ok: true });
  });

  it('refuses a pledge that is not due, and an item that the scheme does not know', async () => {
    const unknown = await submit(5, { fulfilments: [{ pledgeId: 'pledge-6', state: 'done' }] });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'unknown-pledge', pledgeId: 'pledge-6' } });
    const reward = await submit(5, { rewards: [{ item: 'clicks', amount: 100, evidence: '截图' }] });
    expect(reward).toMatchObject({ ok: false, refusal: { code: 'unknown-item', item: 'clicks' } });
    expect(world.acts.all()).toEqual([]);
  });

  it('is recorded although the month cannot take it in at once: the relay does', async () => {
    breakOnce(world.acts, 'unapplied', 'before');
    expect(await submit(5)).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(woken).toBe(1);
    expect(await stateOf(5)).toBe('waiting-application');
    await applyUnapplied(world.deps, 'dongwan', '2026-10');
    expect(await stateOf(5)).toBe('applied');
  });
});

describe('who may apply', () => {
  it('is nobody for another member, though they have no post to lose', async () => {
    expect(await submit(5, { caller: member(6) })).toEqual({
      ok: false,
      refusal: { code: 'forbidden', action: 'application:submit' },
    });
  });

  it('hides the branch from strangers, and the month that is not open from everybody', async () => {
    expect(await submit(5, { caller: stranger })).toEqual({ ok: false, refusal: { code: 'not-found' } });
    const asking = { branchId: 'dongwan', period: '2026-09', memberId: 'member-5', caller: member(5), now: world.clock.now(), audit };
    expect(await submitApplication(ports(), { ...asking, body: aBody(5) })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is the recorder with the member’s signed paper, and the member is told', async () => {
    const onBehalf = { paperSignedOn: '2026-10-26' };
    expect(await submit(5, { caller: recorder, onBehalf })).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(await stateOf(5)).toBe('on-behalf');
    expect((await world.record()).counters).toMatchObject({ applied: 0, onBehalf: 1 });
    const notices = world.months.pendingOf('dongwan/2026-10').filter(({ type }) => type === 'notice');
    expect(notices.at(-1)?.payload).toMatchObject({ template: 'entered-on-behalf', recipients: ['person-5'] });
    expect(await submit(6, { caller: member(5), onBehalf })).toEqual({
      ok: false,
      refusal: { code: 'forbidden', action: 'application:submit-on-behalf' },
    });
  });
});

describe('a late application (逾期补报)', () => {
  it('needs a reason from the midnight of the deadline on', async () => {
    world.clock.set('2026-11-05T23:59:59+08:00');
    expect(await submit(5)).toMatchObject({ ok: true });
    world.clock.set('2026-11-06T00:00:00+08:00');
    expect(await submit(6)).toEqual({ ok: false, refusal: { code: 'late-reason-required', memberId: 'member-6' } });
    expect(await submit(6, { lateReason: '外出务工' })).toMatchObject({ ok: true });
    expect(await stateOf(6)).toBe('late');
    expect((await world.record()).counters).toMatchObject({ applied: 1, late: 1 });
  });
});

describe('withdrawing an application (撤回修改)', () => {
  it('makes room for another one', async () => {
    await submit(5);
    expect(await withdraw(5)).toMatchObject({ ok: true, value: { actId: 'withdrawal-of-5', status: 'effective' } });
    expect(await stateOf(5)).toBe('waiting-application');
    expect((await world.acts.find('application-of-5'))?.status).toBe('withdrawn');
    expect(await submit(5, { actId: 'corrected' })).toMatchObject({ ok: true });
    expect(await stateOf(5)).toBe('applied');
  });

  it('is one withdrawal when it is sent twice, also after a new application', async () => {
    await submit(5);
    const first = await withdraw(5);
    await submit(5, { actId: 'corrected' });
    expect(await withdraw(5)).toEqual(first);
    expect(await stateOf(5)).toBe('applied');
  });

  it('is refused where there is nothing to withdraw, and for another member', async () => {
    expect(await withdraw(5)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-withdraw' } });
    await submit(5);
    expect(await withdraw(5, { caller: member(6) })).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
    expect(await stateOf(5)).toBe('applied');
  });

  it('is refused once the recorder has registered', async () => {
    for (const n of members) await submit(n);
    await world.decide(recorder, registration);
    expect(await withdraw(5)).toMatchObject({ ok: false, refusal: { code: 'next-step-decided' } });
    expect(await stateOf(5)).toBe('applied');
  });
});
