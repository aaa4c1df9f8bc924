import { describe, expect, it } from '@jest/globals';
import { saysSomething } from './says-something.ts';

describe('a reason (regulation 2-2 steps 3–8)', () => {
  it.each([
    ['no text', undefined],
    ['an empty text', ''],
    ['blanks, half and full width', ' \t\n\u3000\u00a0'],
    ['a zero-width space', '\u200b'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['a blank of braille', '\u2800'],
    ['a variation selector', '\ufe0f'],
    ['a mark without a letter', '\u0301'],
    ['half of a character', '\ud83d'],
    ['several of them', ' \u200b\u3164\u2800 '],
  ])('is none where it is %s', (_what, text) => expect(saysSomething(text)).toBe(false));

  it.each(['缺', '少巡查一次', '5', '。', '𠮷', '缺\u200b席', '\u2801', '👍'])('is one where it is %j', (text) =>
    expect(saysSomething(text)).toBe(true),
  );
});
