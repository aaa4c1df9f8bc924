import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ApplicationForm, applicationForm as formShape } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { audit, member, members, recorder, registration, secretary, stranger, upTo } from '../decisions/october.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { applicationForm } from './application-form.ts';
import { withdrawApplication } from './withdraw-application.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const read = (n: number, caller: Caller) =>
  applicationForm(world.reads, { branchId: 'dongwan', period: '2026-10', memberId: `member-${n}`, caller, now: world.clock.now() });

async function formOf(n: number, caller: Caller = member(n)): Promise<ApplicationForm> {
  const form = await read(n, caller);
  if (!form.ok) throw new Error(form.refusal.code);
  return formShape.parse(form.value);
}

describe('the application form', () => {
  it('names the pledges due, the ceiling, the last day and who acts next', async () => {
    expect(await formOf(5)).toMatchObject({
      memberName: '党员5',
      state: 'waiting',
      open: true,
      late: false,
      lastDay: '2026-11-05',
      ceiling: 600,
      pledges: [{ pledgeId: 'pledge-5', kind: 'practical', text: '承诺', weight: 1 }],
      next: { role: 'recorder', name: '党员4', lastDay: '2026-11-06' },
    });
  });

  it('lists what may be rewarded, with the county’s values marked as samples', async () => {
    const { rewardItems } = await formOf(5);
    expect(rewardItems).toContainEqual({ item: 'heroic-act', title: '见义勇为', maximum: 500, evidence: 'required', sample: true });
  });

  it('shows what was submitted with the points calculated from it, and that it may be withdrawn until registration', async () => {
    const before = await formOf(5);
    expect(before.submitted).toBeUndefined();
    for (const n of members) await world.apply(n);
    expect(await formOf(5)).toMatchObject({
      state: 'applied',
      open: false,
      submitted: { onBehalf: false, calculatedTask: 600, withdrawable: true, fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }] },
    });
    await world.decide(recorder, registration);
    expect((await formOf(5)).submitted?.withdrawable).toBe(false);
  });

  it('is filled in with what was withdrawn, and says that it had come in time', async () => {
    await world.apply(5);
    world.clock.set('2026-11-06T00:00:00+08:00');
    const asked = { branchId: 'dongwan', period: '2026-10', memberId: 'member-5', actId: 'back', caller: member(5) };
    expect(await withdrawApplication(world.deps, { ...asked, now: world.clock.now(), audit })).toMatchObject({ ok: true });
    expect(await formOf(5)).toMatchObject({
      open: true,
      late: true,
      withdrawn: { inTime: true, fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }], rewards: [] },
    });
    await expect(world.apply(5, { fulfilments: [{ pledgeId: 'pledge-5', state: 'not-done', sentence: '没有时间' }] })).rejects.toThrow(
      'late-reason-required',
    );
    await world.apply(5);
    expect(await formOf(5)).toMatchObject({ state: 'applied' });
    expect((await formOf(5)).withdrawn).toBeUndefined();
  });

  it('stays open for who is late, and says so', async () => {
    world.clock.set('2026-11-06T00:00:00+08:00');
    expect(await formOf(5)).toMatchObject({ open: true, late: true });
  });

  it('brings last month’s points along once they are resolved', async () => {
    await upTo('resolved', world);
    await world.project();
    const { branchId } = await world.record();
    const november = { ...(await world.record()), _id: `${branchId}/2026-11`, period: '2026-11' };
    await world.months.insert(november, []);
    const form = await applicationForm(world.reads, {
      branchId,
      period: '2026-11',
      memberId: 'member-5',
      caller: member(5),
      now: world.clock.now(),
    });
    expect(form).toMatchObject({
      ok: true,
      value: { last: { period: '2026-10', totals: { task: 600 }, fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }] } },
    });
  });

  it('is for the member and whoever may enter their paper; the secretary sees the grid instead', async () => {
    expect(await read(5, recorder)).toMatchObject({ ok: true });
    expect(await read(5, secretary)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
    expect(await read(5, member(6))).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
    expect(await read(5, stranger)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
