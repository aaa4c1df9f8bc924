import { describe, expect, it } from '@jest/globals';
import { lineValues, memberLine } from './lines.ts';
import { localDate, month, paragraph, period, sentence } from './primitives.ts';

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

describe('a text that somebody types', () => {
  it.each(['', ' ', '\u200b', '\u2060', '\u3164', '\u2800', '\u00ad', ' \u200b\u3164 '])('%j says nothing and is refused', (typed) =>
    expect([sentence.safeParse(typed).success, paragraph.safeParse(typed).success]).toEqual([false, false]),
  );

  it('of which some can be seen is taken as it was typed, without the blanks around it', () =>
    expect([sentence.parse(' 少巡查\u200b一次 '), paragraph.parse('已核对')]).toEqual(['少巡查\u200b一次', '已核对']));

  it('and was kept before this was asked is still read, but not sent again', () => {
    const kept = { deductions: [{ item: 'absence', amount: 50, basis: '\u3164' }], task: 0, rewards: [] };
    expect(lineValues.parse(kept)).toEqual(kept);
    expect(memberLine.safeParse({ memberId: 'member-1', ...kept }).success).toBe(false);
  });
});
