import { describe, expect, it } from '@jest/globals';
import { localDate, sentence, typedPoints } from '@jifen/contracts';
import { ruleOf } from './rule-of.ts';

type Rule = ReturnType<typeof ruleOf>;
const said = (rule: Rule, typed: unknown) =>
  rule.validator(undefined, typed).then(
    () => 'nothing',
    (error: Error) => error.message,
  );

describe('the rule of a field', () => {
  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['blanks only', ' 　'],
    ['what nobody can see', '\u200b\u3164\u2800'],
  ])('asks for what is missing where there is %s', async (_what, typed) => {
    expect(await said(ruleOf(sentence, '请写明理由'), typed)).toBe('请写明理由');
    expect(await said(ruleOf(sentence, undefined), typed)).toBe('nothing');
  });

  it('says what the contract would refuse, in its own words', async () => {
    expect(await said(ruleOf(sentence, '请写明理由'), '长'.repeat(200))).toBe('nothing');
    expect(await said(ruleOf(sentence, '请写明理由'), '长'.repeat(201))).toBe('最多写200个字');
    expect(await said(ruleOf(typedPoints({ most: 600 }), '请填写任务分'), '7')).toBe('不能超过6分');
    expect(await said(ruleOf(typedPoints(), '请填写任务分'), '-1')).toBe('请填数字，最多两位小数');
  });

  it('says one sentence for all that is wrong where a field has one', async () => {
    const later = localDate.refine((day) => day > '2026-10-19');
    const rule = ruleOf(later, '请选更晚的工作日', '请选更晚的工作日');
    expect([await said(rule, ''), await said(rule, '2026-10-19'), await said(rule, '2026-10-20')]).toEqual([
      '请选更晚的工作日',
      '请选更晚的工作日',
      'nothing',
    ]);
  });

  it('takes a choice that is No for a choice', async () => {
    expect(await said(ruleOf({ safeParse: () => ({}) }, '请选择表决结果'), false)).toBe('nothing');
  });
});
