import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, type LocalDate } from './local-date.ts';
import { defaultCountySettings } from './settings.ts';
import {
  addWorkingDays,
  calendarYearsNeeded,
  daysOfYear,
  isWorkingDay,
  type WorkCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.ts';

const plain: WorkCalendar = { holidays: [], makeUpDays: [] };
/** A holiday from Thursday to Wednesday; the Saturday after is worked instead. */
const october: WorkCalendar = {
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  makeUpDays: ['2026-10-10'],
};

describe('working days (regulation 2-2)', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ] as const)('without holidays, that %s is a working day is %p', (date, working) => expect(isWorkingDay(plain, date)).toBe(working));

  it('a holiday is no working day, a make-up Saturday is one', () => {
    expect(isWorkingDay(october, '2026-10-01')).toBe(false);
    expect(isWorkingDay(october, '2026-10-08')).toBe(true);
    expect(isWorkingDay(october, '2026-10-10')).toBe(true);
    expect(isWorkingDay(october, '2026-10-11')).toBe(false);
  });

  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', 0, '2026-10-03'],
  ] as const)('%s and %i working days are %s', (date, count, then) => expect(addWorkingDays(october, date, count)).toBe(then));

  it('counts the days after the first up to and including the last', () => {
    expect(workingDaysBetween(october, '2026-09-30', '2026-10-10')).toBe(3);
    expect(workingDaysBetween(plain, '2026-11-20', '2026-11-23')).toBe(1);
    expect(workingDaysBetween(plain, '2026-11-23', '2026-11-23')).toBe(0);
  });

  it('so many working days later, so many working days lie between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 21_500 }), fc.integer({ min: 0, max: 40 }), (day, count) => {
        const from = dateOfDayNumber(day);
        const to = addWorkingDays(october, from, count);
        expect(workingDaysBetween(october, from, to)).toBe(count);
      }),
    );
  });

  it('a working day stays, another day moves to the next or the one before', () => {
    expect([workingDayOnOrAfter(october, '2026-10-03'), workingDayOnOrBefore(october, '2026-10-03')]).toEqual(['2026-10-08', '2026-09-30']);
    expect([workingDayOnOrAfter(october, '2026-10-08'), workingDayOnOrBefore(october, '2026-10-08')]).toEqual(['2026-10-08', '2026-10-08']);
  });
});

const date = (text: string) => text as LocalDate;
const aYear = { holidays: [date('2026-10-01'), date('2026-10-03')], makeUpDays: [date('2026-10-10')] };

describe('a year of the calendar (regulation 2-2)', () => {
  it('has all its days, also the one of a leap year', () => {
    const days = daysOfYear(aYear, 2026);
    expect([days.length, days.at(0)?.date, days.at(-1)?.date]).toEqual([365, '2026-01-01', '2026-12-31']);
    expect(daysOfYear(aYear, 2028)).toHaveLength(366);
  });

  it.each([
    ['a weekday', '2026-10-12', 'working', 'working'],
    ['a Saturday', '2026-10-17', 'weekend', 'weekend'],
    ['a Sunday', '2026-10-18', 'weekend', 'weekend'],
    ['a holiday', '2026-10-01', 'holiday', 'working'],
    ['a holiday on a Saturday', '2026-10-03', 'holiday', 'weekend'],
    ['a Saturday that is worked', '2026-10-10', 'make-up', 'weekend'],
  ])('knows %s, and what it would be without the calendar', (_what, day, kind, plain) => {
    expect(daysOfYear(aYear, 2026).find((one) => one.date === day)).toEqual({ date: day, kind, plain });
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
