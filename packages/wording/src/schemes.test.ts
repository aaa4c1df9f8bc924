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

  it('every finding and every conflict is known here', () => expect([codes.length, conflicts.length]).toEqual([69, 12]));
  it.each(codes)('%s has a sentence', (code) => plain(findingSentence({ code, values })));
  it.each(union('check/finding.ts', 'LintCode') as FindingCode[])('%s has a proposal', (code) =>
    plain(findingProposal({ code, values }) ?? ''),
  );
  it.each(conflicts)('%s has a sentence', (code) => plain(conflictSentence({ code, values }, '任务分')));

  it('what cannot be asked within a period is said with both periods', () => {
    expect(findingSentence({ code: 'period-does-not-divide', values: { each: 'quarter', within: 'month' } })).toBe(
      '按月计分的部分，不能再用按季的周期。',
    );
    expect(findingSentence({ code: 'circular-reference', values: { node: 'month' } })).toBe(
      '“month”的得分要由它自己算出，互相引用成了圈，请改为引用不含它的部分。',
    );
  });

  it('a gap is said with what would close it', () => {
    const finding = { code: 'gap-between-bands', values: { gap: '(89,90)', proposal: '[80,90)' } } as const;
    expect(`${findingSentence(finding)}${findingProposal(finding)}`).toBe('得分在(89,90)的，没有对应的档。建议：把这一档改为[80,90)。');
    expect(findingProposal({ code: 'unknown-node', values })).toBeNull();
  });

  it('a maximum and weights that are wrong for some classes are said with their names', () => {
    const maximum = { code: 'maximum-is-not-the-sum', values: { title: '任务分', maximum: '70', sum: '72' } } as const;
    expect(findingSentence(maximum)).toBe('“任务分”标明70分，各部分最多合计72分。');
    expect(findingSentence({ ...maximum, values: { ...maximum.values, classes: '在职、退休' } })).toBe(
      '“任务分”（在职、退休）标明70分，各部分最多合计72分。',
    );
    expect(findingSentence({ code: 'weights-do-not-sum', values: { title: '合计', sum: '0.9', classes: '退休' } })).toBe(
      '“合计”（退休）各部分的权重合计0.9，不是1。',
    );
  });

  it('what does not fit months is said with what to write instead', () => {
    const unfit = (sign: string) => ({ code: 'item-unfit-for-months', values: { title: '缺席', sign } }) as const;
    expect(findingSentence(unfit('deducts'))).toBe(
      '“缺席”不能用于每月积分：每条只能按次定分，或者在全为负分的范围内填写，除依据外不要求别的。',
    );
    expect([findingProposal(unfit('deducts')), findingProposal(unfit('adds'))]).toEqual([
      '建议：改为按次计数、每次扣固定分值（例如-0.5），或者逐条填写负分、范围不到0为止（例如[-5,0)）、累计；项目自己的上限、按次以外的折算、限定类别都删去，封顶写在整个部分上。',
      '建议：改为按次计数、每次加固定分值（例如0.5），或者逐条填写正分、范围大于0（例如(0,5]）、累计；项目自己的上限、按次以外的折算、限定类别都删去，封顶写在整个部分上。',
    ]);
    const part = (name: string) => findingProposal({ code: 'part-unfit-for-months', values: { title: '某部分', part: name } });
    expect(part('reward')).toBe('建议：“奖励分”写成若干加分项相加，全年计一次，对所有人相同，此外只可以写明全年最多多少分。');
    for (const name of ['base', 'task', 'reward', 'honour']) expect(part(name)).toMatch(/^建议：“(基础|任务|奖励|另行加)分”写成/);
    expect(findingProposal({ code: 'part-missing-for-months', values: { part: 'plans' } })).toBe(
      '建议：只写一个月度上限计划，写明每月的范围、档距和全年合计。',
    );
    expect(findingProposal({ code: 'rate-missing-for-months', values: { rate: 'partly-done' } })).toBe(
      '建议：在承诺的完成程度中补上“部分完成”一档，写明0到1之间的比例。',
    );
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

  it('a year that begins in another month has halves and quarters of its own, and the same months', () => {
    expect(['2026-H1', '2026-H2', '2026-Q3', '2027-03', '2026'].map((label) => periodName(label, 9))).toEqual([
      '考核年度上半年',
      '考核年度下半年',
      '考核年度第三季度',
      '3月',
      '全年',
    ]);
    const half = { ...({ node: 'a', rule: 'fixed', values: {}, of: [], entries: [], result: '5' } as const), period: '2026-H1' };
    const year = { ...half, period: '2026', rule: 'sum', of: [half] } as const;
    expect(explainSteps(year, () => '学期', { period: '2026', depth: 0, startsInMonth: 9 })).toEqual([
      '学期 5 = 5',
      '  考核年度上半年学期 5',
    ]);
  });
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

  it('an entry with its day does not name the period as well', () => {
    const entry = step('entry', { node: 'contact', period: '2026-Q3', values: { date: '2026-08-02', unit: '' }, entries: ['e5'] });
    const day = step('sum', { node: 'contact', period: '2026-08-02', of: [entry] });
    expect(explainSteps(day, () => '联系')).toEqual(['联系 5 = 5', '  8月2日联系：5次（记录e5）']);
  });

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
