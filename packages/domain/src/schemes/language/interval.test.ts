import { describe, expect, it } from '@jest/globals';
import { exact } from '../../points/exact.ts';
import { type Interval, lies, parseInterval } from './interval.ts';

const interval = (text: string): Interval => {
  const parsed = parseInterval(text);
  if (!parsed) throw new Error(`not an interval: ${text}`);
  return parsed;
};

describe('intervals with explicit edges (regulation 2-2, A1)', () => {
  it.each([
    ['[80,90)', '80', true],
    ['[80,90)', '79.99', false],
    ['[80,90)', '89.99', true],
    ['[80,90)', '90', false],
    ['(0,5]', '0', false],
    ['(0,5]', '5', true],
    ['(0,5]', '5.01', false],
    ['[90,)', '1000', true],
    ['(,60)', '-3', true],
    ['(,60)', '60', false],
    ['(,)', '0', true],
    ['[2,2]', '2', true],
    ['[1/3,1/2]', '0.4', true],
  ])('%s and %s: %p', (text, value, within) => expect(lies(exact(value), interval(text))).toBe(within));

  it.each(['', '80-90', '[90,80]', '(5,5]', '[5,5)', '[,5]', '[5,]', '[a,b]', '[1;2]', '[1,2', '[1,2,3]'])('%p is no interval', (text) =>
    expect(parseInterval(text)).toBeNull(),
  );
});
