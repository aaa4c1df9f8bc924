import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addPoints, formatPoints, noPoints, points, pointsFromHundredths, scalePoints, subtractPoints } from './points.ts';

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(pointsFromHundredths);

describe('points (regulation 2-1)', () => {
  it.each([
    [88, 8800],
    ['88.00', 8800],
    [5.5, 550],
    ['0.05', 5],
    [89.99, 8999],
    [-3, -300],
    ['-0.5', -50],
    [0, 0],
    [-0, 0],
  ] as const)('%p points are %i hundredths', (decimal, hundredths) => expect(points(decimal)).toBe(hundredths));

  it.each([0.001, '5.555', '1e3', Number.NaN, Number.POSITIVE_INFINITY, '', 'six', '1.', '.5', '+1'])(
    '%p is no amount of points',
    (decimal) => {
      expect(() => points(decimal)).toThrow(RangeError);
    },
  );

  it.each([0.5, Number.NaN, 2 ** 53])('%p hundredths are no amount of points', (hundredths) => {
    expect(() => pointsFromHundredths(hundredths)).toThrow(RangeError);
  });

  it.each([
    ['88', '88'],
    ['88.00', '88'],
    ['5.50', '5.5'],
    ['0.05', '0.05'],
    ['-3', '-3'],
    ['-0.25', '-0.25'],
    ['100.10', '100.1'],
    ['0', '0'],
  ])('%s is shown as %s', (decimal, shown) => expect(formatPoints(points(decimal))).toBe(shown));

  it('what is shown is read back as the same amount', () => {
    fc.assert(fc.property(amounts, (amount) => expect(points(formatPoints(amount))).toBe(amount)));
  });

  it('the order in which amounts are added never matters', () => {
    fc.assert(fc.property(fc.array(amounts), (all) => expect(addPoints(...all)).toBe(addPoints(...[...all].reverse()))));
  });

  it('what is added and taken away again leaves what was before', () => {
    fc.assert(fc.property(amounts, amounts, (before, entry) => expect(subtractPoints(addPoints(before, entry), entry)).toBe(before)));
  });

  it('nothing added up is nothing', () => expect(addPoints()).toBe(noPoints));

  it.each([
    ['6', 60, 100, '3.6'],
    ['6', 2, 3, '4'],
    ['5', 1, 3, '1.67'],
    ['5', 2, 3, '3.33'],
    ['0.01', 1, 2, '0.01'],
    ['-0.01', 1, 2, '0'],
    ['0.03', 1, 2, '0.02'],
    ['-0.03', 1, 2, '-0.01'],
  ] as const)('a share of %s by %i/%i is %s: half is rounded up', (amount, numerator, denominator, share) =>
    expect(scalePoints(points(amount), numerator, denominator)).toBe(points(share)),
  );

  it('a greater share of a ceiling is never less', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(100), fc.nat(100), (ceiling, one, other) => {
        const share = (percent: number) => scalePoints(pointsFromHundredths(ceiling), percent, 100);
        expect(share(Math.max(one, other))).toBeGreaterThanOrEqual(share(Math.min(one, other)));
      }),
    );
  });

  it('a share of at most the whole stays between nothing and the whole', () => {
    fc.assert(
      fc.property(fc.nat(7000), fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (hundredths, denominator, part) => {
        const whole = pointsFromHundredths(hundredths);
        const share = scalePoints(whole, Math.min(part, denominator), denominator);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(whole);
      }),
    );
  });

  it.each([
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, 1.5],
  ])('%p/%p is no fraction', (numerator, denominator) => {
    expect(() => scalePoints(points(6), numerator, denominator)).toThrow(RangeError);
  });

  it('a product beyond exact whole numbers is refused, not rounded', () => {
    expect(() => scalePoints(points(90_071_992_547), 9_007_199, 100)).toThrow(/too large to scale exactly/);
  });
});
