import { describe, expect, it } from '@jest/globals';
import type { FactEntry } from '../language/facts.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import { aCount, aScoringScheme, aSum, aValue, someFacts } from '../scheme.builders.ts';
import { type Evaluation, evaluate, prepareScheme } from './evaluate.ts';

function scored(score: SchemeNode, entries: readonly Partial<FactEntry>[]): Evaluation {
  const ready = prepareScheme(aScoringScheme(score));
  const result = ready.ok ? evaluate(ready.value, someFacts(entries)) : ready;
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const only = (id: string): Item => aValue(id, '[0,100]', { measure: { kind: 'value', unit: '分', range: '[0,100]', together: 'only' } });
const select = (order: 'highest' | 'lowest', take: number, by: 'sum' | 'mean'): SchemeNode => ({
  kind: 'select',
  id: 'chosen',
  title: '取几项',
  order,
  take,
  by,
  parts: ['a', 'b', 'c'].map(only),
});
const stating = (...values: (string | null)[]): Partial<FactEntry>[] =>
  values.flatMap((value, index) => (value === null ? [] : [{ item: 'abc'[index] ?? '', value }]));

describe('the highest or lowest of several (regulation 2-2)', () => {
  it.each([
    ['highest', 2, 'sum', ['5', '9', '7'], '16', 0],
    ['highest', 2, 'mean', ['5', '9', '8'], '8.5', 0],
    ['lowest', 1, 'sum', ['5', '9', '7'], '5', 0],
    ['lowest', 2, 'mean', ['5', '9', '8'], '6.5', 0],
    ['highest', 2, 'sum', ['5', '9', null], '14', 0],
    ['highest', 3, 'sum', ['5', '9', null], '14', 1],
    ['lowest', 1, 'sum', ['5', '9', null], '5', 1],
    ['highest', 1, 'sum', [null, null, null], null, 0],
  ] as const)('%s %i by %s of %j is %s, with %i reported as missing', (order, take, by, values, total, missing) => {
    const result = scored(select(order, take, by), stating(...values));
    expect([result.total, result.conflicts.filter(({ code }) => code === 'part-missing').length]).toEqual([total, missing]);
  });

  it('caps one part by a share of another', () => {
    const limit = aCount('limit', { measure: { kind: 'result', of: 'a', when: 'this-period', share: '0.2' } });
    const bonus: SchemeNode = {
      kind: 'select',
      id: 'bonus',
      title: '加分不超过基础分的两成',
      order: 'lowest',
      take: 1,
      by: 'sum',
      parts: [only('b'), limit],
    };
    expect(scored(aSum('total', [only('a'), bonus]), stating('50', '20')).total).toBe('60');
    expect(scored(aSum('total', [only('a'), bonus]), stating('50', '4')).total).toBe('54');
  });

  it('a month may rest on the same month of another part', () => {
    const monthly = (id: string, part: SchemeNode): SchemeNode => ({
      kind: 'over-periods',
      id,
      title: id,
      each: 'month',
      by: { kind: 'sum' },
      part,
    });
    const full = aCount('full', {
      measure: { kind: 'result', of: 'a', when: 'this-period', share: '1' },
      adjust: [
        {
          kind: 'table',
          rows: [
            { in: '[0,3)', value: '0' },
            { in: '[3,)', value: '1' },
          ],
        },
      ],
    });
    const entries = [{ quantity: 3 }, { date: '2026-04-01', quantity: 2 }, { date: '2026-05-01', quantity: 4 }];
    const result = scored(aSum('total', [monthly('points', aCount('a')), monthly('full-months', full)]), entries);
    expect([result.total, result.components['full-months']]).toEqual(['11', { '2026': '2' }]);
  });
});
