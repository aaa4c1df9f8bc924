import { describe, expect, it } from '@jest/globals';
import { localDate, month, period } from './primitives.ts';

describe('a period', () => {
  it.each([
    ['2026-10', true, true],
    ['2026-01', true, true],
    ['2026-12', true, true],
    ['2026', true, false],
    ['2026-00', false, false],
    ['2026-13', false, false],
    ['2026-1', false, false],
    ['202', false, false],
    ['20266', false, false],
    ['1999', false, false],
    ['', false, false],
  ])('%j: of a proceeding %s, of a month %s', (typed, ofProceeding, ofMonth) => {
    expect([period.safeParse(typed).success, month.safeParse(typed).success]).toEqual([ofProceeding, ofMonth]);
  });
});

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is one', (typed) => expect(localDate.safeParse(typed).success).toBe(true));
  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '明天', ''])('%j is none, and is refused without an exception', (typed) =>
    expect(localDate.safeParse(typed).success).toBe(false),
  );
});
