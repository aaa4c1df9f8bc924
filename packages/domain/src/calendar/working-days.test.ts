import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber } from './local-date.ts';
import {
  addWorkingDays,
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
