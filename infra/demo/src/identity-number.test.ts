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
});
