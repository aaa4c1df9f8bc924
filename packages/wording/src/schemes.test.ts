import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ConflictCode, FindingCode, Step, StepRule } from '@jifen/domain';
import { commandLineWords, conflictSentence, explainSteps, figureText, findingProposal, findingSentence, periodName } from './index.ts';

const domain = join(import.meta.dirname, '../../domain/src/schemes');
/** The members of a union of texts, as the domain's source lists them. */
function union(file: string, name: string): readonly string[] {
  const source = readFileSync(join(domain, file), 'utf8');
  const [, body = ''] = new RegExp(`export type ${name} =([^;]*);`).exec(source) ?? [];
  return [...body.matchAll(/'([a-z-]+)'/g)].map(([, text = '']) => text);
}

const values = {
  text: '0.005',
  id: '甲',
  value: '89.5',
  places: '2',
  range: '[0,5]',
  statement: 'evidence',
  total: '72',
  expected: '70',
  months: '2026-03',
  step: '1',
  classes: '在职党员',
  node: '甲',
  kinds: '甲',
  missing: '甲',
  title: '任务分',
  word: '甲',
  maximum: '70',
  sum: '72',
  component: '基础分',
  per: 'year',
  period: 'quarter',
  least: '0.6',
  most: '100',
  digits: '900',
  from: '2026-03-01',
  each: '[6,6]',
  count: '3',
  gap: '(89,90)',
  proposal: '[80,90)',
  one: '[80,90)',
  other: '[90,)',
  band: '[90,)',
  upTo: '2',
  size: '5',
  earlier: '甲',
  quota: '优秀不超过三分之一',
  graded: '14',
  given: '5',
  electorate: '党员',
  pledge: '帮扶一户',
  parent: '甲',
  parts: '甲、乙',
  part: 'base',
  rate: 'partly-done',
};
const plain = (sentence: string) => {
  expect(sentence).toMatch(/。$/);
  expect(sentence).not.toMatch(/[A-Za-z]{2}|undefined|NaN/);
};

describe('what is said about a scheme', () => {
  const codes = [...union('check/finding.ts', 'CheckCode'), ...union('check/finding.ts', 'LintCode')] as FindingCode[];
  const conflicts = union('engine/run.ts', 'ConflictCode') as ConflictCode[];

  it('every finding and every conflict is known here', () => expect([codes.length, conflicts.length]).toEqual([68, 12]));
  it.each(codes)('%s has a sentence', (code) => plain(findingSentence({ code, values })));
  it.each(union('check/finding.ts', 'LintCode') as FindingCode[])('%s has a proposal', (code) =>
    plain(findingProposal({ code, values }) ?? ''),
  );
  it.each(conflicts)('%s has a sentence', (code) => plain(conflictSentence({ code, values }, '任务分')));

  it('a gap is said with what would close it', () => {
    const finding = { code: 'gap-between-bands', values: { gap: '(89,90)', proposal: '[80,90)' } } as const;
    expect(`${findingSentence(finding)}${findingProposal(finding)}`).toBe('得分在(89,90)的，没有对应的档。建议：把这一档改为[80,90)。');
    expect(findingProposal({ code: 'unknown-node', values })).toBeNull();
  });

  it('what cannot be used is said plainly, also for a reason that nobody knows', () => {
    expect(commandLineWords.unusable('too-deep', { levels: '64' })).toBe('嵌套超过64层，不予读取。');
    expect(commandLineWords.unusable('never-heard-of', {})).toBe('内容无法使用。');
  });
});

describe('numbers and periods of a scheme', () => {
  it.each([
    ['88.35', '88.35'],
    ['1441/15', '约96.07（1441/15）'],
    ['-1/3', '约-0.33（-1/3）'],
    ['1/300', '约0.00（1/300）'],
    [null, '（没有数据）'],
  ])('%p is read as %p', (text, said) => expect(figureText(text)).toBe(said));

  it.each([
    ['2026', '全年'],
    ['2026-H1', '上半年'],
    ['2026-H2', '下半年'],
    ['2026-Q3', '第三季度'],
    ['2026-03', '3月'],
    ['2026-03-08', '3月8日'],
  ])('%s is %s', (label, said) => expect(periodName(label)).toBe(said));
});

describe('why this number, under any scheme', () => {
  const step = (rule: StepRule, own: Partial<Step> = {}): Step => ({
    node: 'task',
    period: '2026',
    rule,
    values: {},
    of: [],
    entries: [],
    result: '5',
    ...own,
  });
  const all = {
    by: '6',
    amount: '2',
    upTo: '1',
    in: '[0,5]',
    limit: '10',
    surplus: '3',
    places: '2',
    mode: 'half-up',
    divisor: '2',
    option: '完成',
    count: '3',
    worth: '0.8',
    pledge: '帮扶一户',
    weight: '2',
    rate: '1',
    share: '0.2',
    take: '2',
    order: 'lowest',
    holds: 'yes',
    periods: '6',
    of: '12',
    override: '违法',
    unit: '分',
    date: '2026-03-08',
    leftOut: '2',
  };
  const rules = union('engine/figure.ts', 'StepRule') as StepRule[];

  it('a gate says what it has counted', () => {
    const said = (values: Step['values']) => explainSteps(step('when', { values }), () => '奖励')[0];
    expect(said({ holds: 'yes', row: '4', each: 'month' })).toBe('奖励 5，条件成立（连续4个月）');
    expect(said({ holds: 'no', 'taken-part': '5', exempt: '2' })).toBe('奖励 5，条件不成立（参加积分5个月，免于参加2个月）');
    expect(said({ holds: 'no' })).toBe('奖励 5，条件不成立');
  });

  it('every rule of the engine is known here', () => expect(rules.length).toBe(30));
  it.each(rules)('%s is said in plain Chinese', (rule) => {
    const lines = explainSteps(step(rule, { values: all, of: [step('fixed')], entries: ['记录'] }), () => '任务分');
    expect(lines.join('')).not.toMatch(/[A-Za-z]|undefined|NaN/);
    expect(lines.join('')).toContain('5');
  });

  it('a sum of months says so, each month below it with its limit', () => {
    const month = (period: string, result: string) =>
      step('within', { period, values: { limit: '6' }, of: [step('chosen', { period, result })], result });
    const parts = [month('2026-05', '6'), month('2026-06', '3'), month('2026-07', '6')];
    expect(explainSteps(step('sum', { of: parts, result: '15', clause: '2-1' }), () => '任务分')).toEqual([
      '任务分 15 = 三个月之和〔依据2-1〕',
      '  5月任务分 6（上限6）',
      '  6月任务分 3（上限6）',
      '  7月任务分 6（上限6）',
    ]);
  });
});
