import { describe, expect, it } from '@jest/globals';
import { typedCount, typedPoints } from './typed.ts';

const codeOf = (result: { success: boolean; error?: { issues: readonly object[] } | undefined }) =>
  (result.error?.issues[0] as { params?: { code: string; limit?: number } } | undefined)?.params;

describe('points as they are typed', () => {
  it.each([
    ['5.5', 550],
    ['0', 0],
    ['0.05', 5],
    [' 6 ', 600],
    ['５', 500],
    ['１．５', 150],
    ['3。5', 350],
    ['100', 10_000],
  ])('%s is read into %d hundredths', (typed, hundredths) => expect(typedPoints().parse(typed)).toBe(hundredths));

  it.each(['', '-1', '1.234', '1e3', '2,5', '2，5', '.5', '5.', 'NaN', '1 2', '五'])('%j is refused as it stands', (typed) =>
    expect(codeOf(typedPoints().safeParse(typed))).toEqual({ code: 'unreadable-points' }),
  );

  it('beyond a limit is refused with the limit, on it is read', () => {
    const within = typedPoints({ least: 1, most: 600 });
    expect([within.parse('6'), within.parse('0.01')]).toEqual([600, 1]);
    expect(codeOf(within.safeParse('6.01'))).toEqual({ code: 'too-many-points', limit: 600 });
    expect(codeOf(within.safeParse('0'))).toEqual({ code: 'too-few-points', limit: 1 });
  });
});

describe('a count as it is typed', () => {
  it.each([
    ['0', 0],
    ['26', 26],
    ['１３', 13],
  ])('%s is read into %d', (typed, count) => expect(typedCount.parse(typed)).toBe(count));
  it.each(['', '-1', '1.5', '1000', '十三'])('%j is refused as it stands', (typed) =>
    expect(codeOf(typedCount.safeParse(typed))).toEqual({ code: 'unreadable-count' }),
  );
});
