import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, endOfDay, localDateOf, startOfDay } from './local-date.ts';
import { personalReminder, reminders, waitingReminders } from './reminders.ts';
import { defaultCountySettings as settings } from './settings.ts';
import { isWorkingDay, type WorkCalendar } from './working-days.ts';

const calendar: WorkCalendar = { holidays: [], makeUpDays: [] };
const nine = 9 * 3_600_000;
const sentAt = (asked: Parameters<typeof reminders>[0]) => reminders(asked).map(({ at }) => at);
const asked = { passes: false, deadline: endOfDay('2026-11-10'), calendar, settings } as const;

describe('reminders (regulation 2-2, A11 and A19)', () => {
  it('the first comes two working days before the last day, the second on it, both at nine', () => {
    expect(sentAt(asked).slice(0, 2)).toEqual([startOfDay('2026-11-06') + nine, startOfDay('2026-11-10') + nine]);
  });

  it('after the deadline there is one on each of three working days, then one a week', () => {
    const overdue = reminders(asked).filter((reminder) => reminder.kind === 'overdue');
    expect(overdue.slice(0, 6).map((reminder) => localDateOf(reminder.at))).toEqual([
      '2026-11-11',
      '2026-11-12',
      '2026-11-13',
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
    ]);
  });

  it('they go on for half a year', () => {
    const overdue = reminders(asked).filter((reminder) => reminder.kind === 'overdue');
    expect(overdue).toHaveLength(29);
    expect(localDateOf(overdue.at(-1)?.at ?? 0)).toBe('2027-05-11');
  });

  it('after two full working days overdue the level above is told, after four the one above that, each then once a week', () => {
    const levels = reminders(asked).map((reminder) => [localDateOf(reminder.at), reminder.level]);
    expect(levels.slice(2, 8)).toEqual([
      ['2026-11-11', 0],
      ['2026-11-12', 0],
      ['2026-11-13', 1],
      ['2026-11-17', 2],
      ['2026-11-24', 2],
      ['2026-12-01', 2],
    ]);
  });

  it('a week of holidays puts the weekly reminder off', () => {
    const free = { holidays: ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'] as const, makeUpDays: [] };
    const overdue = reminders({ ...asked, calendar: free }).filter((reminder) => reminder.kind === 'overdue');
    expect(overdue.slice(2, 5).map((reminder) => localDateOf(reminder.at))).toEqual(['2026-11-13', '2026-11-24', '2026-12-01']);
  });

  it('a last day that is a Sunday is reminded of on the Friday before, and overdue from Monday on', () => {
    const sunday = reminders({ ...asked, deadline: endOfDay('2026-11-29') });
    expect(sunday.slice(0, 3).map((reminder) => [localDateOf(reminder.at), reminder.kind])).toEqual([
      ['2026-11-25', 'before'],
      ['2026-11-27', 'last-day'],
      ['2026-11-30', 'overdue'],
    ]);
  });

  it('nobody is reminded after its deadline of what passes by itself', () => {
    expect(reminders({ ...asked, passes: true }).map((reminder) => reminder.kind)).toEqual(['before', 'last-day']);
  });

  it('no reminder goes out on a day that is not worked', () => {
    const holidays = fc.array(fc.integer({ min: 20_700, max: 20_800 }).map(dateOfDayNumber), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 20_720, max: 20_780 }), holidays, (day, free) => {
        const own = { holidays: free, makeUpDays: [] };
        const sent = sentAt({ ...asked, deadline: endOfDay(dateOfDayNumber(day)), calendar: own });
        expect(sent.every((at) => isWorkingDay(own, localDateOf(at)))).toBe(true);
        expect(sent).toEqual([...sent].sort((left, right) => left - right));
      }),
    );
  });
});

describe('what one member is told of (regulation 2-2 steps 3, 7)', () => {
  const waiting = { calendar, settings, since: startOfDay('2026-11-06') + 15 * 3_600_000 };

  it('the own last day once, on its morning at nine', () =>
    expect(personalReminder({ calendar, settings, deadline: endOfDay('2026-11-10') })?.at).toBe(startOfDay('2026-11-10') + nine));

  it('an entry by telephone on the third working day to the member, on the sixth to the recorder', () =>
    expect(waitingReminders({ ...waiting, step: 'entry-confirmation' })).toEqual([
      { at: startOfDay('2026-11-11') + nine, level: 0 },
      { at: startOfDay('2026-11-16') + nine, level: 1 },
    ]));

  it('a line that waits once, on the fifth working day after its round has closed', () =>
    expect(waitingReminders({ ...waiting, step: 'waiting-line' })).toEqual([{ at: startOfDay('2026-11-13') + nine, level: 0 }]));
});
