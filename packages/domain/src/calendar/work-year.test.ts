import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from './local-date.ts';
import { defaultCountySettings } from './settings.ts';
import { calendarYearsNeeded, daysOfYear } from './work-year.ts';

const date = (text: string) => text as LocalDate;
const calendar = { holidays: [date('2026-10-01'), date('2026-10-03')], makeUpDays: [date('2026-10-10')] };

describe('a year of the calendar (regulation 2-2)', () => {
  it('has all its days, also the one of a leap year', () => {
    const days = daysOfYear(calendar, 2026);
    expect([days.length, days.at(0)?.date, days.at(-1)?.date]).toEqual([365, '2026-01-01', '2026-12-31']);
    expect(daysOfYear(calendar, 2028)).toHaveLength(366);
  });

  it.each([
    ['a weekday', '2026-10-12', 'working', 'working'],
    ['a Saturday', '2026-10-17', 'weekend', 'weekend'],
    ['a Sunday', '2026-10-18', 'weekend', 'weekend'],
    ['a holiday', '2026-10-01', 'holiday', 'working'],
    ['a holiday on a Saturday', '2026-10-03', 'holiday', 'weekend'],
    ['a Saturday that is worked', '2026-10-10', 'make-up', 'weekend'],
  ])('knows %s, and what it would be without the calendar', (_what, day, kind, plain) => {
    expect(daysOfYear(calendar, 2026).find((one) => one.date === day)).toEqual({ date: day, kind, plain });
  });
});

describe('the calendars that have to be there (regulation 2-2)', () => {
  it.each([
    ['2026-01-01', [2026]],
    ['2026-10-31', [2026]],
    ['2026-11-01', [2026, 2027]],
    ['2026-12-31', [2026, 2027]],
  ])('on %s are those of %j', (today, years) => {
    expect(calendarYearsNeeded(defaultCountySettings, date(today))).toEqual(years);
  });
});
