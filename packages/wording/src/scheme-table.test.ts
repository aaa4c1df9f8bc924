import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Condition, ScoringScheme } from '@jifen/domain';
import { bandRows, conflictName, schemeRows, tenPoints, unscoredReason, untoldSentence } from './index.ts';

const library = join(import.meta.dirname, '../../domain/schemes');
const schemeOf = (name: string): ScoringScheme => JSON.parse(readFileSync(join(library, name, 'scheme.json'), 'utf8'));
const names = readdirSync(library, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('a scheme as a table', () => {
  it('names parts, amounts, caps and floors of the source’s scheme', () => {
    const rows = schemeRows(schemeOf('source-village-community'));
    const row = (title: string) => rows.find((one) => one.title === title);
    expect(rows[0]).toEqual({ depth: 0, title: '年度积分', worth: '以下各项相加', limits: '最少0', sample: false });
    expect(row('无故缺席组织生活')).toEqual({
      depth: 3,
      title: '无故缺席组织生活',
      worth: '每次-0.5分，也可据实填写（不满0），累计',
      limits: '',
      sample: true,
    });
    expect(row('任务分')).toMatchObject({ depth: 2, worth: '每月计一次，全年相加；保留2位小数（四舍五入）', limits: '最多70' });
    expect(row('承诺和任务完成情况')?.worth).toBe('按承诺完成情况：完成1、部分完成0.6、未完成0；乘任务分月度上限，保留2位小数（四舍五入）');
    expect(row('支部登记的工作进展')?.worth).toContain('；乘0.01，乘任务分月度上限');
    expect(row('县级以下表彰')?.worth).toBe('每次1分，也可据实填写（超过0），累计');
    expect(row('县级表彰')).toMatchObject({ depth: 2, worth: '填写数值（分，超过0），累计' });
  });

  it('says under which conditions a part counts', () => {
    const item = (id: string, title: string) => ({ kind: 'item', id, title, measure: { kind: 'count' } }) as const;
    const worth = (condition: Condition, otherwise = false) => {
      const gate = {
        kind: 'when',
        id: 'w',
        title: '加分',
        condition,
        part: item('a', '走访'),
        ...(otherwise && { otherwise: item('b', '其他') }),
      } as const;
      const grades = [{ id: 'good', title: '优秀' }];
      const scheme = { score: gate, classes: [{ id: 'x', title: '退休党员' }], grading: { of: 'w', grades, tables: [] } };
      return schemeRows(scheme as unknown as ScoringScheme)[0]?.worth;
    };
    expect(worth({ kind: 'months', of: 'taken-part', in: '[6,)' })).toBe('期内参加积分的月数6以上的，才计');
    expect(worth({ kind: 'months', of: 'exempt', in: '[0,3)' }, true)).toBe('期内免于参加的月数0以上、不满3的，计以下第一项，否则计第二项');
    expect(worth({ kind: 'consecutive', times: 3, each: 'quarter', of: 'a', in: '[5,)' })).toBe(
      '“走访”到本期为止连续3个季度得分5以上的，才计',
    );
    const any: Condition = {
      kind: 'any',
      of: [
        { kind: 'class', in: ['x'] },
        { kind: 'month', in: [7, 8] },
      ],
    };
    expect(worth({ kind: 'all', of: [{ kind: 'not', of: { kind: 'standing', is: 'probationary' } }, any] })).toBe(
      '不符合：是预备党员，并且（属于退休党员，或者7、8月开始的时段）的，才计',
    );
  });

  it('names weights beside the parts they belong to', () => {
    const item = (id: string, title: string) => ({ kind: 'item', id, title, measure: { kind: 'count' } }) as const;
    const score = {
      kind: 'weighted',
      id: 'w',
      title: '合计',
      parts: [
        { weight: { byClass: { x: '0.5' }, otherwise: '0.8' }, part: item('a', '日常') },
        { weight: '0.2', part: item('b', '评议') },
      ],
    };
    const rows = schemeRows({ score, classes: [{ id: 'x', title: '退休党员' }] } as unknown as ScoringScheme);
    expect(rows[0]?.worth).toBe('以下各项按权重合计（日常：退休党员0.5、其他0.8；评议：0.2）');
  });

  it('names the points of each grade, both edges of them', () => {
    expect(bandRows(schemeOf('source-village-community'))).toEqual([
      { who: '正式党员', grade: '优秀', points: '90以上' },
      { who: '正式党员', grade: '合格', points: '80以上、不满90' },
      { who: '正式党员', grade: '基本合格', points: '60以上、不满80' },
      { who: '正式党员', grade: '不合格', points: '不满60' },
    ]);
    const { grading: _none, ...without } = schemeOf('source-village-community');
    expect(bandRows(without)).toEqual([]);
  });

  it.each(names)('%s is read in plain Chinese', (name) => {
    const scheme = schemeOf(name);
    const texts = [...schemeRows(scheme).flatMap(({ worth, limits }) => [worth, limits]), ...bandRows(scheme).flatMap(Object.values)];
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).not.toMatch(/[A-Za-z]{2}|undefined|NaN|\[object/);
  });
});

describe('what a draft would change, in words', () => {
  it('says why records were left out and members not scored', () => {
    expect(untoldSentence('见义勇为', 'no-such-item', 3)).toBe('“见义勇为”的3条记录没有计入：草案里没有这一项。');
    expect(untoldSentence('', 'amount-is-no-count', 1)).toBe('现行办法里也没有的项目的1条记录没有计入：分数折不成次数，套不上草案的分值。');
    expect([unscoredReason('ceiling-out-of-range'), unscoredReason('never-heard-of')]).toEqual([
      '已定的月度上限不合规定的范围',
      '记录不合这一办法的要求',
    ]);
  });

  it('names conflicts and steps of ten points', () => {
    expect([conflictName('score-in-no-band', '年度积分'), conflictName('never-heard-of', '')]).toEqual([
      '年度积分：得分没有对应的格次',
      '有待商定',
    ]);
    expect([tenPoints(80), tenPoints(-10)]).toEqual(['80分以上、不满90分', '-10分以上、不满0分']);
  });
});
