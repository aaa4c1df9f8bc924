import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MemberWait } from '@jifen/contracts';
import { fakeDeadlines } from '../deadlines/deadlines.fake.ts';
import { members, recorder, secretary } from '../decisions/october.builders.ts';
import { memberMonthInputOf } from '../month-processes/process-inputs.ts';
import { findOutstanding } from '../outstanding/find-outstanding.ts';
import { allowedActions } from '../overview/allowed-actions.ts';
import { monthRows } from '../overview/month-rows.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { reschedule } from './reschedule.ts';
import { tellClockChanged } from './tell-clock-changed.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

/** Applications end on 5 November, the registration on the 6th; member 5 has until its end. */
const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
const own: MemberWait = {
  memberId: 'member-5',
  step: 'application',
  dueAt: midnight('2026-11-07'),
  lastDay: '2026-11-06',
  reminders: [{ at: midnight('2026-11-06') + 9 * 3_600_000, n: 1, level: 0 }],
};

async function give(waits: MemberWait[] = [own]) {
  const { of, isWorkingDay } = fakeDeadlines();
  world.deps.deadlines = {
    isWorkingDay,
    of: async (request) => {
      const answer = await of(request);
      return answer.ok && request.kind === 'month' ? { ok: true, value: { ...answer.value, members: waits } } : answer;
    },
  };
  return reschedule(world.deps, await world.record());
}

const signalTo = (n: number) =>
  world.months.pendingOf('dongwan/2026-10').findLast(({ id }) => id.endsWith(`member-month/member-${n}/2026-10`))?.payload;
const stateOf = async (n: number) =>
  (await world.record()).state.participants.find(({ memberId }) => memberId === `member-${n}`)?.application;
const reminded = async (memberId?: string) => {
  const asked = {
    branchId: 'dongwan',
    period: '2026-10',
    round: 1,
    step: 'application' as const,
    level: 0,
    ...(memberId ? { memberId } : {}),
  };
  const found = await findOutstanding(world.reads, asked, world.clock.now());
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('a member’s own last day (个别延期)', () => {
  it('reaches the record and the member’s own process, and moves nobody else’s', async () => {
    await give();
    const record = await world.record();
    expect(record.memberWaits).toEqual([own]);
    expect(record.state.applicationBy).toBe(midnight('2026-11-06'));
    expect(signalTo(5)).toMatchObject({ payload: { applicationDueAt: midnight('2026-11-07'), waits: [own] } });
    expect(signalTo(6)).toMatchObject({ payload: { applicationDueAt: midnight('2026-11-06'), waits: [] } });
    expect(memberMonthInputOf(record, 'member-5', world.deps.clock.reading())).toMatchObject({
      applicationDueAt: midnight('2026-11-07'),
      waits: [own],
    });
  });

  it('decides in the record whether an application is late, and asks no reason before', async () => {
    await give();
    world.clock.set('2026-11-06T23:59:59+08:00');
    await world.apply(5);
    expect(await stateOf(5)).toBe('applied');
    await expect(world.apply(6)).rejects.toThrow('late-reason-required');
  });

  it('changes nothing when it is computed once more, and is gone when it is given no more', async () => {
    await give();
    const before = await world.record();
    await give();
    expect(await world.record()).toEqual(before);
    await give([]);
    const after = await world.record();
    expect([after.memberWaits, after.state.participants.some((one) => 'applicationBy' in one)]).toEqual([[], false]);
  });

  it('is reminded of by itself, and not with the others’ last day', async () => {
    await give();
    expect(await reminded('member-5')).toMatchObject({ open: true, lastDay: '2026-11-06', people: [{ personId: 'person-5' }] });
    expect((await reminded()).people.map(({ memberId }) => memberId)).toEqual(members.filter((n) => n !== 5).map((n) => `member-${n}`));
    await world.apply(5);
    expect(await reminded('member-5')).toMatchObject({ open: false, people: [] });
  });

  it('wakes the member’s process when the played clock gets there', async () => {
    await give();
    const signal = { anchorReal: 1, anchorBusiness: own.reminders[0]?.at ?? 0, speed: 0 };
    const waking = { after: midnight('2026-11-06'), until: signal.anchorBusiness };
    await world.months.announce([{ id: 'moved', type: 'clock-changed', at: 1, payload: {} }], { waking });
    expect(world.months.pendingOf('dongwan/2026-10').some(({ id }) => id === 'moved')).toBe(true);
    await tellClockChanged(world.deps, await world.record(), { ...signal, anchorBusiness: midnight('2026-11-05') });
    expect(world.processes.signals.map(({ workflowId }) => workflowId)).toContain('member-month/member-5/2026-10');
  });

  it('is shown in the member’s row, and given by the secretary until the registration', async () => {
    await give();
    const record = await world.record();
    const rows = monthRows({ record, acts: [], applications: [], sheets: [] });
    expect(rows.filter(({ personalLastDay }) => personalLastDay === '2026-11-06').map(({ memberId }) => memberId)).toEqual(['member-5']);
    const now = world.clock.now();
    expect(allowedActions(record, { caller: secretary, now })).toContain('extend-for-member');
    expect(allowedActions(record, { caller: recorder, now })).not.toContain('extend-for-member');
    expect(allowedActions({ ...record, stage: 'reviewing' }, { caller: secretary, now })).not.toContain('extend-for-member');
  });
});
