import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  endOfDay,
  isLocalDate,
  type LocalDate,
  localDateOf,
  startOfDay,
  weekdayOf,
} from './local-date.ts';

const days = fc.integer({ min: -20_000, max: 60_000 });

describe('days in Asia/Shanghai (regulation 2-2)', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-23', 20_780],
  ] as const)('%s lies %i days after 1970-01-01', (date, number) => expect(dayNumber(date)).toBe(number));

  it('a day number and its date name each other', () => {
    fc.assert(fc.property(days, (number) => expect(dayNumber(dateOfDayNumber(number))).toBe(number)));
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ] as const)('%s and %i days are %s', (date, count, then) => expect(addDays(date, count)).toBe(then));

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '26-01-01', 'today'])('%s is no day', (text) =>
    expect(isLocalDate(text)).toBe(false),
  );

  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a day', (text) => expect(isLocalDate(text)).toBe(true));

  it('a text that is no date is a mistake', () => {
    expect(() => dayNumber('2026-1-1')).toThrow(RangeError);
  });

  it('a day begins at its midnight in Shanghai, eight hours before UTC', () => {
    expect(startOfDay('1970-01-02')).toBe(16 * 3_600_000);
    expect(startOfDay('2026-11-23')).toBe(1_795_363_200_000);
    expect(endOfDay('2026-11-23')).toBe(startOfDay('2026-11-24'));
  });

  it('the last millisecond of a day belongs to it, the next one does not', () => {
    expect(localDateOf(endOfDay('2026-11-23') - 1)).toBe('2026-11-23');
    expect(localDateOf(endOfDay('2026-11-23'))).toBe('2026-11-24');
  });

  it.each([
    ['1970-01-01', 4],
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-28', 6],
    ['1969-12-31', 3],
  ] as [LocalDate, number][])('%s is weekday %i', (date, weekday) => expect(weekdayOf(date)).toBe(weekday));
});
