import { describe, expect, it } from '@jest/globals';
import {
  formatDate,
  formatDay,
  formatInstant,
  formatMonth,
  formatPeriod,
  formatPoints,
  formatShortDay,
  formatSigned,
  formatWorkingDaysLeft,
  lastDayBefore,
  localDateOf,
} from './index.ts';

describe('numbers and dates as people write them', () => {
  it.each([
    [8800, '88'],
    [550, '5.5'],
    [525, '5.25'],
    [505, '5.05'],
    [-300, '-3'],
    [-25, '-0.25'],
    [0, '0'],
  ])('%d hundredths are written %s', (hundredths, text) => expect(formatPoints(hundredths)).toBe(text));

  it('an addition carries its sign', () => {
    expect([formatSigned(300), formatSigned(-50), formatSigned(0)]).toEqual(['+3', '-0.5', '0']);
  });

  it('a date carries its weekday', () => {
    expect(formatDate('2026-11-22')).toBe('2026年11月22日（周日）');
    expect(formatDay('2026-11-02')).toBe('11月2日（周一）');
  });

  it('where there is no room, a day is month and day alone', () => expect(formatShortDay('2026-11-02')).toBe('11月2日'));

  it('an instant is shown in the time of the county', () => {
    const instant = Date.UTC(2026, 10, 21, 16, 5);
    expect(localDateOf(instant)).toBe('2026-11-22');
    expect(formatInstant(instant)).toBe('2026年11月22日（周日）00:05');
  });

  it('the last day to act is the day before an exclusive midnight', () => {
    expect(lastDayBefore(Date.UTC(2026, 10, 21, 16))).toBe('2026-11-21');
  });

  it('months are written without a leading zero', () => {
    expect([formatPeriod('2026-09'), formatMonth('2026-09')]).toEqual(['2026年9月', '9月']);
    expect([formatPeriod('2026'), formatMonth('2026')]).toEqual(['2026年', '2026年']);
  });

  it('working days left are said in words', () => {
    expect([formatWorkingDaysLeft(3), formatWorkingDaysLeft(0)]).toEqual(['还剩3个工作日', '今天截止']);
  });
});
