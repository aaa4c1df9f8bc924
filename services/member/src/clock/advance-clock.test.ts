import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCalendarYear, type FakeMember, fakeMember, keepCalendar } from '../member.fakes.ts';
import { advanceClock } from './advance-clock.ts';
import { clockId, ensureClock, firstClock, readClock } from './county-clock.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const audit = { id: 'advanced', type: 'audit', at: 1, payload: {} };
let member: FakeMember;

beforeEach(async () => {
  member = fakeMember();
  await keepCalendar(member, aCalendarYear(2026, { holidays: ['2026-09-04'] }));
  await ensureClock(member.stores.clocks, firstClock('demo', { realNow: 1, demoStart: '2026-09-03T09:30:00+08:00' }));
});

describe('business time', () => {
  it('stands still in the demo and is real time in production', () => {
    expect(firstClock('production', { realNow: 5, demoStart: '' })).toEqual({ anchorReal: 5, anchorBusiness: 5, speed: 1 });
    expect(firstClock('demo', { realNow: 5, demoStart: '2026-09-03T09:30:00+08:00' }).speed).toBe(0);
  });

  it('is written once, however often the service starts', async () => {
    const second = await ensureClock(member.stores.clocks, { anchorReal: 9, anchorBusiness: 9, speed: 1 });
    expect(second.anchorBusiness).toBe(at('2026-09-03T09:30:00'));
  });

  it('is moved to an instant, and the others are told in the same write', async () => {
    const to = at('2026-09-25T10:00:00');
    const moved = { anchorReal: member.realNow.value, anchorBusiness: to, speed: 0 };
    expect(await advanceClock(member.deps, { request: { to }, audit })).toEqual({ ok: true, value: moved });
    expect(await readClock(member.stores.clocks)).toEqual(moved);
    expect(member.stores.clocks.pending()).toMatchObject([
      { id: 'advanced' },
      { type: 'clock-changed', payload: { clock: moved, from: at('2026-09-03T09:30:00') } },
    ]);
  });

  it('is moved by working days over week-ends and holidays, to the same time of day', async () => {
    const moved = await advanceClock(member.deps, { request: { workingDays: 1 }, audit });
    expect(moved).toMatchObject({ value: { anchorBusiness: at('2026-09-07T09:30:00') } });
  });

  it('never runs backwards', async () => {
    const refused = await advanceClock(member.deps, { request: { to: at('2026-09-03T09:29:59') }, audit });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'clock-backwards' } });
    expect((await member.stores.clocks.byIds([clockId]))[0]?.version).toBe(1);
  });

  it('is not moved by working days into a year whose holidays nobody has entered', async () => {
    await advanceClock(member.deps, { request: { to: at('2026-12-31T09:00:00') }, audit });
    const refused = await advanceClock(member.deps, { request: { workingDays: 1 }, audit });
    expect(refused).toEqual({ ok: false, refusal: { code: 'calendar-missing', year: 2027 } });
  });

  it('is moved once by each of two at the same time', async () => {
    const request = { workingDays: 1 };
    await Promise.all([advanceClock(member.deps, { request, audit }), advanceClock(member.deps, { request, audit })]);
    expect((await readClock(member.stores.clocks))?.anchorBusiness).toBe(at('2026-09-08T09:30:00'));
  });
});
