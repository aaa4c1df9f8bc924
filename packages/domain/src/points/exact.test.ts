import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compare,
  dividedBy,
  exact,
  exactText,
  minus,
  parseExact,
  parseResult,
  plus,
  rounded,
  times,
  unlessTooLong,
  whole,
  zero,
} from './exact.ts';

const text = (value: string) => exactText(exact(value));

describe('exact numbers (regulation 2-1, A24)', () => {
  it.each([
    ['0', '0'],
    ['-0.0', '0'],
    ['88.350', '88.35'],
    ['-0.5', '-0.5'],
    ['1/3', '1/3'],
    ['2/4', '0.5'],
    ['-1.5/4', '-0.375'],
    ['20', '20'],
    ['0.000001', '0.000001'],
    ['1/7', '1/7'],
    ['999999999999.999999', '999999999999.999999'],
  ])('%s is read, and written as %s', (given, written) => expect(text(given)).toBe(written));

  it.each(['', '1e3', '.5', '5.', '1/0', '1/2.5', '--1', '1 ', '1,5', 'NaN'])('%p is no number', (given) => {
    expect([parseExact(given), parseResult(given)]).toEqual([null, null]);
    expect(() => exact(given)).toThrow(`not a number: ${given}`);
  });

  it.each(['0.1234567', '1234567890123', '1/1234567890123'])('%s is finer or longer than people write, but may be a result', (given) => {
    expect(parseExact(given)).toBeNull();
    expect(exactText(parseResult(given) ?? zero)).toBe(given);
  });

  it('what was computed is read again, however fine; nobody reads more than 900 digits', () => {
    const fine = times(exact('1/1024'), exact('1/1024'));
    const finest = Array.from({ length: 50 }, () => fine).reduce(times);
    expect(exactText(finest).length).toBe(1002);
    expect(parseResult(exactText(finest))).toEqual(finest);
    expect(parseResult(`0.${'3'.repeat(900)}`)).toBeNull();
    expect(parseResult(`0.${'3'.repeat(899)}`)).not.toBeNull();
  });

  it('a number of more than 900 digits is not computed', () => {
    const digits = (count: number) => parseResult(`1${'0'.repeat(count - 1)}`) ?? zero;
    expect(unlessTooLong(() => exactText(times(digits(450), digits(451))).length)).toBe(900);
    expect(unlessTooLong(() => times(digits(451), digits(451)))).toBeNull();
    expect(unlessTooLong(() => times(times(digits(451), exact('-1')), digits(451)))).toBeNull();
    expect(unlessTooLong(() => dividedBy(dividedBy(exact('1'), digits(451)), digits(451)))).toBeNull();
    expect(() =>
      unlessTooLong(() => {
        throw new RangeError('another mistake');
      }),
    ).toThrow('another mistake');
  });

  it('ten tenths are one, and three thirds', () => {
    expect(exactText(Array.from({ length: 10 }, () => exact('0.1')).reduce(plus))).toBe('1');
    expect(exactText(times(exact('1/3'), whole(3)))).toBe('1');
    expect(exactText(minus(exact('0.3'), exact('0.1')))).toBe('0.2');
    expect(exactText(dividedBy(exact('1'), exact('-3')))).toBe('-1/3');
    expect(() => dividedBy(exact('1'), zero)).toThrow('divided by zero');
  });

  it.each([
    ['2.5', 0, 'half-up', '3'],
    ['-2.5', 0, 'half-up', '-2'],
    ['2.5', 0, 'half-even', '2'],
    ['3.5', 0, 'half-even', '4'],
    ['-2.5', 0, 'half-even', '-2'],
    ['2.49', 0, 'half-even', '2'],
    ['2.51', 0, 'half-even', '3'],
    ['2.999', 2, 'down', '2.99'],
    ['-2.991', 2, 'down', '-3'],
    ['2.001', 2, 'up', '2.01'],
    ['-2.009', 2, 'up', '-2'],
    ['385/6', 2, 'half-up', '64.17'],
    ['64.17', 2, 'up', '64.17'],
  ] as const)('%s to %i places, %s, is %s', (given, places, mode, result) =>
    expect(exactText(rounded(exact(given), places, mode))).toBe(result),
  );

  it.each([
    ['89.99', '90', -1],
    ['90', '90.0', 0],
    ['1/3', '0.333333', 1],
    ['-2', '-1', -1],
  ] as const)('%s beside %s: %i', (left, right, order) => expect(compare(exact(left), exact(right))).toBe(order));

  it('what was added can be taken away, whatever the fractions', () => {
    const number = fc
      .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 1, max: 999 }))
      .map(([top, bottom]) => exact(`${top}/${bottom}`));
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(minus(plus(left, right), right)).toEqual(left);
        expect(exactText(exact(exactText(left)))).toBe(exactText(left));
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 1000 },
    );
  });
});
