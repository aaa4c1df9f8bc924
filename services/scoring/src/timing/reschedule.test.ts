import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadlinesRequest, StepDeadline } from '@jifen/contracts';
import { endOfDay, type LocalDate } from '@jifen/domain';
import { fakeDeadlines } from '../deadlines/deadlines.fake.ts';
import { audit, member, members, type October, october, recorder, registration, upTo } from '../decisions/october.builders.ts';
import { lastDays, supplementOfALateLine } from '../decisions/supplement.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { raiseObjection } from '../objections/raise-objection.ts';
import { handle } from '../relays.ts';
import { reschedule } from './reschedule.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const laterBy = 86_400_000;
/** Every deadline a day later than before. */
const dayLater = () => {
  const asked: DeadlinesRequest[] = [];
  const { of, isWorkingDay } = fakeDeadlines();
  world.deps.deadlines = {
    isWorkingDay,
    of: async (request) => {
      asked.push(request);
      const answer = await of(request);
      const moved = answer.ok ? answer.value.deadlines.map((deadline) => ({ ...deadline, dueAt: deadline.dueAt + laterBy })) : [];
      return { ok: true, value: { deadlines: moved } };
    },
  };
  return asked;
};
const again = async () => reschedule(world.deps, await world.record());
const told = () =>
  world.months
    .pendingOf('dongwan/2026-10')
    .filter(({ id }) => id.startsWith('signal/deadlines-changed'))
    .map(({ payload }) => (payload as { workflowId: string }).workflowId);

describe('a changed party day or calendar', () => {
  it("moves the deadlines of an open month, and tells the branch's process and members who are waited for", async () => {
    await world.apply(5);
    dayLater();
    expect(await again()).toEqual({ ok: true, value: true });
    const { state, deadlines } = await world.record();
    expect(state.applicationBy).toBe(Date.parse('2026-11-07T00:00:00+08:00'));
    expect(deadlines.find(({ step }) => step === 'application')?.dueAt).toBe(state.applicationBy);
    expect(told()).toContain('branch-month/dongwan/2026-10');
    expect(told()).toContain('member-month/member-1/2026-10');
    expect(told()).not.toContain('member-month/member-5/2026-10');
  });

  it('moves the end of a publicity under way, and tells its process', async () => {
    await upTo('posted', world);
    dayLater();
    await again();
    expect((await world.record()).state.rounds[0]?.posting?.publicityEndsAt).toBe(Date.parse('2026-11-20T00:00:00+08:00'));
    expect(told()).toEqual(['branch-month/dongwan/2026-10', 'publication/dongwan/2026-10/1']);
  });

  it('moves the day by which an objection is answered, and of one that has no day yet computes it', async () => {
    await upTo('posted', world);
    const body = { actId: 'objection-one', round: 1, memberId: 'member-7', component: 'task' as const, statement: '分值有误' };
    const asked = { branchId: 'dongwan', period: '2026-10', body, caller: member(5), now: world.clock.now(), audit };
    await raiseObjection(world.deps, asked);
    await again();
    expect((await world.record()).objectionWaits).toMatchObject([{ objectionId: 'objection-one', lastDay: '2026-11-25' }]);
    const { of, isWorkingDay } = world.deps.deadlines;
    world.deps.deadlines = {
      isWorkingDay,
      of: (request) => of(request.kind === 'objection' ? { ...request, raisedAt: request.raisedAt + laterBy } : request),
    };
    await again();
    expect((await world.record()).objectionWaits).toMatchObject([{ objectionId: 'objection-one', lastDay: '2026-11-26' }]);
    expect(told().at(-1)).toBe('publication/dongwan/2026-10/1');
  });

  it('changes nothing where the deadlines are the same', async () => {
    const before = await world.record();
    expect(await again()).toEqual({ ok: true, value: true });
    expect(await world.record()).toEqual(before);
  });

  it('moves the deadlines of a supplement from its own beginning, and leaves the application of the month alone', async () => {
    await supplementOfALateLine(world);
    expect(lastDays(await world.record())).toMatchObject({ registration: '2026-11-29', meeting: '2026-12-31' });
    const asked = dayLater();
    await again();
    expect(asked).toEqual([
      { kind: 'supplement', branchId: 'dongwan', begunAt: Date.parse('2026-11-27T00:00:00+08:00'), begunWith: 'registering' },
    ]);
    const { state, deadlines } = await world.record();
    expect(deadlines.find(({ step }) => step === 'registration')?.dueAt).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
    expect(state.applicationBy).toBe(Date.parse('2026-11-06T00:00:00+08:00'));
    expect(told()).toContain('branch-month/dongwan/2026-10');
  });

  it('is told also where nothing moved, once the time of a step is over: what follows may have wanted the calendar', async () => {
    await upTo('filed', world);
    world.clock.set('2026-11-26T23:59:59+08:00');
    await again();
    expect(told()).toEqual([]);
    world.clock.set('2026-11-27T00:00:00+08:00');
    await again();
    expect(told()).toEqual(['branch-month/dongwan/2026-10', 'publication/dongwan/2026-10/1']);
  });

  it('leaves applications that are over as they are', async () => {
    for (const n of members) await world.apply(n);
    await world.decide(recorder, registration);
    dayLater();
    await again();
    const { state, deadlines } = await world.record();
    expect(state.applicationBy).toBe(Date.parse('2026-11-06T00:00:00+08:00'));
    expect(deadlines.find(({ step }) => step === 'application')?.dueAt).toBe(Date.parse('2026-11-06T00:00:00+08:00'));
    expect(deadlines.find(({ step }) => step === 'review')?.dueAt).toBe(Date.parse('2026-11-12T00:00:00+08:00'));
  });

  it('is refused when the calendar of the year is missing', async () => {
    world.deps.deadlines = { ...fakeDeadlines(), of: async () => ({ ok: false, refusal: { code: 'calendar-missing', year: 2027 } }) };
    expect(await again()).toEqual({ ok: false, refusal: { code: 'calendar-missing', year: 2027 } });
  });
});

describe('a superior’s extension', () => {
  const extendedTo = (lastDay: LocalDate) => {
    const { of, isWorkingDay } = fakeDeadlines();
    const atLeast = (deadline: StepDeadline): StepDeadline =>
      deadline.lastDay < lastDay ? { ...deadline, lastDay, dueAt: endOfDay(lastDay) } : deadline;
    world.deps.deadlines = {
      isWorkingDay,
      of: async (request) => {
        const answer = await of(request);
        return answer.ok ? { ok: true, value: { meetingOn: lastDay, deadlines: answer.value.deadlines.map(atLeast) } } : answer;
      },
    };
  };

  it('reaches the record, and the processes that hold the deadlines', async () => {
    extendedTo('2026-11-16');
    await again();
    const record = await world.record();
    expect(lastDays(record)).toEqual({
      application: '2026-11-16',
      registration: '2026-11-16',
      review: '2026-11-16',
      meeting: '2026-11-30',
    });
    expect([record.state.applicationBy, record.meetingOn]).toEqual([Date.parse('2026-11-17T00:00:00+08:00'), '2026-11-16']);
    expect(told()).toHaveLength(9);
    const [signal] = world.months.pendingOf('dongwan/2026-10').filter(({ id }) => id.startsWith('signal/deadlines-changed'));
    expect(signal?.payload).toMatchObject({
      workflowId: 'branch-month/dongwan/2026-10',
      payload: { state: { version: record.version, deadlines: record.deadlines.slice(0, 1) } },
    });
    const toMember = world.months.pendingOf('dongwan/2026-10').find(({ id }) => id.endsWith('member-month/member-1/2026-10'));
    expect(toMember?.payload).toMatchObject({ payload: { applicationDueAt: Date.parse('2026-11-17T00:00:00+08:00') } });
  });

  it('lets a member apply on its last day, and not as one who is late', async () => {
    extendedTo('2026-11-16');
    await again();
    world.clock.set('2026-11-16T23:59:59+08:00');
    await world.apply(5);
    expect((await world.record()).counters).toMatchObject({ applied: 1, late: 0 });
  });
});

describe('reminders of a deadline that is moved', () => {
  const nine = (day: string) => Date.parse(`${day}T09:00:00+08:00`);
  const remindOn = (...days: string[]) => {
    const { of, isWorkingDay } = fakeDeadlines();
    const reminders = days.map((day, index) => ({ at: nine(day), n: index + 1, level: 0 }));
    world.deps.deadlines = {
      isWorkingDay,
      of: async (request) => {
        const answer = await of(request);
        return { ok: true, value: { deadlines: answer.ok ? answer.value.deadlines.map((one) => ({ ...one, reminders })) : [] } };
      },
    };
  };
  const numbers = async (step: string) =>
    (await world.record()).deadlines.find((deadline) => deadline.step === step)?.reminders.map(({ at, n }) => [at, n]);

  it('count on from those that have gone out, in the step that is waited for', async () => {
    remindOn('2026-11-03', '2026-11-05');
    await again();
    world.clock.set('2026-11-03T09:00:00+08:00');
    remindOn('2026-11-02', '2026-11-04', '2026-11-06');
    await again();
    expect(await numbers('application')).toEqual([
      [nine('2026-11-02'), 1],
      [nine('2026-11-04'), 2],
      [nine('2026-11-06'), 3],
    ]);
    expect((await numbers('registration'))?.map(([, n]) => n)).toEqual([1, 2, 3]);
    world.clock.set('2026-11-04T09:00:00+08:00');
    remindOn('2026-11-05', '2026-11-07');
    await again();
    expect(await numbers('application')).toEqual([
      [nine('2026-11-05'), 3],
      [nine('2026-11-07'), 4],
    ]);
    expect((await numbers('registration'))?.map(([, n]) => n)).toEqual([1, 2]);
  });

  it('before the first of them count from one, and stay as they are where nothing moved', async () => {
    world.clock.set('2026-11-03T08:59:59+08:00');
    remindOn('2026-11-03', '2026-11-05');
    await again();
    remindOn('2026-11-04', '2026-11-06');
    await again();
    expect((await numbers('application'))?.map(([, n]) => n)).toEqual([1, 2]);
    world.clock.set('2026-11-05T00:00:00+08:00');
    const { version } = await world.record();
    await again();
    expect((await world.record()).version).toBe(version);
  });
});

describe('moved business time', () => {
  const handlers = () => coreHandlers(world.deps);
  const clockNow = () => ({ anchorReal: 0, anchorBusiness: world.clock.now(), speed: 0 });
  const tell = () => handle(handlers(), 'clock-changed', { clock: clockNow() }, 'dongwan/2026-10');

  it("wakes the branch's process, and the members who are due", async () => {
    await world.apply(5);
    await tell();
    expect(world.processes.signals.map(({ workflowId }) => workflowId)).toEqual(['branch-month/dongwan/2026-10']);
    world.clock.set('2026-11-06T00:00:00+08:00');
    await tell();
    expect(world.processes.signals).toHaveLength(9);
    const clock = { anchorReal: 0, anchorBusiness: Date.parse('2026-11-06T00:00:00+08:00'), speed: 0 };
    expect(world.processes.signals.at(-1)).toEqual({
      workflowId: 'member-month/member-8/2026-10',
      name: 'clockChanged',
      payload: { clock },
    });
  });

  it('is told again when Temporal was away', async () => {
    world.processes.mood = 'unreachable';
    await expect(tell()).rejects.toThrow('Temporal cannot be reached');
  });
});

describe('a month that cannot be rescheduled', () => {
  it('stays pending until the calendar is there', async () => {
    world.deps.deadlines = { ...fakeDeadlines(), of: async () => ({ ok: false, refusal: { code: 'calendar-missing', year: 2027 } }) };
    const again = () => handle(coreHandlers(world.deps), 'reschedule', {}, 'dongwan/2026-10');
    await expect(again()).rejects.toThrow('calendar-missing');
    world.deps.deadlines = fakeDeadlines();
    await expect(again()).resolves.toBeUndefined();
  });
});
