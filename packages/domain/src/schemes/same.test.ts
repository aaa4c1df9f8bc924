import { describe, expect, it } from '@jest/globals';
import { canonicalText, same } from './same.ts';

describe('two values that say the same (regulation 2-2 step 1)', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 }, true],
    [{ a: null }, { a: null }, true],
    [{ a: null }, {}, false],
    [{ a: undefined }, {}, true],
    [[1, 2], [2, 1], false],
    [['a'], { 0: 'a' }, false],
    ['1', 1, false],
  ])('%j and %j: %p', (left, right, is) => expect(same(left, right)).toBe(is));

  it('keys stand in order, those left out say nothing wherever they stand', () => {
    expect(canonicalText({ b: 1, c: { title: 'y', a: 2 }, a: 3, title: 'x' }, ['title'])).toBe('{"a":3,"b":1,"c":{"a":2}}');
    expect(canonicalText({ title: 'x' })).toBe('{"title":"x"}');
  });
});
