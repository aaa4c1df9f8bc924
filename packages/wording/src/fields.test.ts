import { describe, expect, it } from '@jest/globals';
import { localDate, sentence, typedCount, typedPoints } from '@jifen/contracts';
import { fieldSentence } from './index.ts';

const said = (schema: { safeParse(typed: unknown): { error?: { issues: readonly unknown[] } | undefined } }, typed: unknown) =>
  fieldSentence(schema.safeParse(typed).error?.issues[0] as Parameters<typeof fieldSentence>[0]);

describe('what is wrong with a field', () => {
  it.each([
    ['a text beyond its length', sentence, '长'.repeat(201), '最多写200个字'],
    ['points that nobody can read', typedPoints(), '2,5', '请填数字，最多两位小数'],
    ['points beyond the ceiling', typedPoints({ most: 550 }), '6', '不能超过5.5分'],
    ['no points where some must be', typedPoints({ least: 1 }), '0', '不能少于0.01分'],
    ['a count with a fraction', typedCount, '1.5', '请填整数'],
    ['a day that does not exist', localDate, '2026-02-30', '没有这一天，请核对日期'],
    ['a day that is none', localDate, '明天', '填的内容不对，请核对'],
  ])('%s is said in words', (_what, schema, typed, sentence) => expect(said(schema, typed)).toBe(sentence));
});
