import { describe, expect, it } from '@jest/globals';
import { checkDigitOf, identityNumberOf } from './identity-number.ts';

describe('identity numbers', () => {
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('end with the check digit of the standard (its own examples: %s%s)', (digits, checkDigit) => {
    expect(checkDigitOf(digits)).toBe(checkDigit);
  });

  it('begin with a region that no place has', () => {
    expect(identityNumberOf({ bornOn: '1958-03-09', sequence: 7 })).toMatch(/^999901195803090079|^99990119580309007[\dX]$/);
  });

  it('stays well formed, and nobody else’s, beyond the thousandth person', () => {
    const numbers = [1, 999, 1000, 1001, 8400].map((sequence) => identityNumberOf({ bornOn: '1970-02-03', sequence }));
    expect(numbers.map((number) => number.slice(0, 17))).toEqual([
      '99990119700203001',
      '99990119700203999',
      '99990219700203000',
      '99990219700203001',
      '99990919700203400',
    ]);
  });
});
