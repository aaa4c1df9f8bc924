import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, type WorkCalendar } from '@jifen/domain';
import type { HttpClient, RemoteRefusal } from '@jifen/service-kit';
import { countyOffice, memberCalendar } from './office-hours.ts';

const hours = { fromMinute: 540, toMinute: 1050 };
const national: WorkCalendar = { holidays: ['2026-10-01'], makeUpDays: [] };

function scene(text: string) {
  const asked: string[] = [];
  let away = false;
  let real = 0;
  let now = Date.parse(`${text}+08:00`);
  const office = countyOffice({
    hours,
    calendar: async (year) => {
      asked.push(year);
      if (away) throw new Error('member is away');
      return national;
    },
    businessNow: () => now,
    realNow: () => real,
    keepMs: 60_000,
  });
  return {
    asked,
    isOpen: () => office.isOpen(),
    goAway: () => (away = true),
    comeBack: () => (away = false),
    later: (ms: number) => (real += ms),
    on: (day: string) => (now = Date.parse(`${day}+08:00`)),
  };
}

describe('the office', () => {
  it('is open by business time, not on a holiday of the calendar', async () => {
    const { isOpen, on } = scene('2026-09-30T17:29:00');
    expect(await isOpen()).toBe(true);
    on('2026-09-30T17:30:00');
    expect(await isOpen()).toBe(false);
    on('2026-10-01T10:00:00');
    expect(await isOpen()).toBe(false);
    on('2026-10-02T10:00:00');
    expect(await isOpen()).toBe(true);
  });

  it('asks for a year once in a minute', async () => {
    const { isOpen, asked, later, on } = scene('2026-12-31T10:00:00');
    await isOpen();
    later(59_999);
    await isOpen();
    expect(asked).toEqual(['2026']);
    later(1);
    await isOpen();
    on('2027-01-04T10:00:00');
    await isOpen();
    expect(asked).toEqual(['2026', '2026', '2027']);
  });

  it('keeps to the calendar that it knows while member is away', async () => {
    const { isOpen, goAway, later } = scene('2026-09-30T10:00:00');
    await isOpen();
    goAway();
    later(600_000);
    expect(await isOpen()).toBe(true);
  });

  it('is closed while no calendar could be read yet', async () => {
    const { isOpen, goAway, comeBack } = scene('2026-09-30T10:00:00');
    goAway();
    expect(await isOpen()).toBe(false);
    comeBack();
    expect(await isOpen()).toBe(true);
  });
});

describe('the calendar, as member tells it', () => {
  const refusing = (refusal: RemoteRefusal): HttpClient => ({ request: async () => ({ ok: false, refusal }) });

  it('of a year that nobody has entered has its week-ends', async () => {
    const calendar = await memberCalendar(refusing({ status: 409, code: 'calendar-missing', facts: { year: 2028 } }))('2028');
    expect(addWorkingDays(calendar, '2028-01-07', 1)).toBe('2028-01-10');
  });

  it('is not known where member refuses to tell', async () => {
    await expect(memberCalendar(refusing({ status: 403, code: 'not-for-this-caller', facts: {} }))('2026')).rejects.toThrow(
      'member refused the calendar: not-for-this-caller',
    );
  });
});
