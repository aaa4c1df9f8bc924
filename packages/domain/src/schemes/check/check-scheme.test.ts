import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, aValue, monthly } from '../scheme.builders.ts';
import { checkScheme } from './check-scheme.ts';

const found = (scheme: ScoringScheme) => checkScheme(scheme).map(({ code, path }) => `${code} ${path}`);
const of = (score: SchemeNode, own: Partial<ScoringScheme> = {}) => found(aScoringScheme(score, own));
const result = (id: string, target: string, when: 'this-period' | 'previous-period' | 'previous-year'): Item =>
  aCount(id, { measure: { kind: 'result', of: target, when, share: '1', first: '0' } });
const grading = { of: 'a', grades: [{ id: 'good', title: '优秀' }], tables: [{ bands: [{ grade: 'good', in: '(,)' }] }] };
const rung = (when: Condition) => [{ id: 'r', title: '建议', when }];

const row = (each: 'month' | 'quarter' | 'year', asked: string): SchemeNode => ({
  kind: 'when',
  id: 'w',
  title: '连续',
  condition: { kind: 'consecutive', times: 3, each, of: asked, in: '[5,)' },
  part: aCount('extra'),
});

describe('what stands in the way of a scheme (regulation 2-2 step 1)', () => {
  it('a sound scheme has no finding', () => {
    expect(of(aSum('total', [aCount('a'), aValue('b')]), { grading })).toEqual([]);
  });

  it('months and rows of periods may be asked while scoring, months before it too', () => {
    const override = {
      id: 'o',
      title: '不计',
      when: { kind: 'months', of: 'exempt', in: '[6,)' },
      effect: { kind: 'result-is', of: 'a', value: '0' },
    } as const;
    expect(of(monthly(aSum('b', [aCount('a'), row('month', 'a')])), { overrides: [override] })).toEqual([]);
    expect(of(aSum('total', [monthly(aCount('a')), row('month', 'a')]))).toEqual([]);
  });

  it.each<[string, SchemeNode, Partial<ScoringScheme>]>([
    ['not-a-number /score/adjust/0/by', aCount('a', { adjust: [{ kind: 'times', by: '1e3' }] }), {}],
    [
      'not-a-number /score/each/0/adjust/0/by',
      aCount('a', { each: [{ kind: 'if-marked', mark: 'm', adjust: [{ kind: 'times', by: 'x' }] }] }),
      {},
    ],
    ['not-a-number /score/caps/0/atMost', aCount('a', { caps: [{ per: 'day', atMost: '' }] }), {}],
    ['not-an-interval /score/measure/range', aValue('a', '[9,1]'), {}],
    ['not-an-interval /score/adjust/0/rows/0/in', aCount('a', { adjust: [{ kind: 'table', rows: [{ in: '80-89', value: '1' }] }] }), {}],
    ['id-used-twice /score/parts/1/id', aSum('total', [aCount('a'), aCount('a')]), {}],
    ['id-used-twice /grading/grades/1/id', aCount('a'), { grading: { ...grading, grades: [...grading.grades, ...grading.grades] } }],
    ['unknown-node /grading/of', aCount('b'), { grading }],
    ['unknown-node /score/measure/of', result('a', 'nowhere', 'previous-year'), {}],
    ['unknown-class /score/for/0', aCount('a', { for: ['retired'] }), {}],
    ['unknown-plan /score/bounds/atMost/ceiling', aCount('a', { bounds: { atMost: { ceiling: 'task' } } }), {}],
    ['unknown-grade /proposals/0/when/in/0', aCount('a'), { grading, proposals: rung({ kind: 'grade', in: ['bad'], year: 'this' }) }],
    [
      'unknown-item /proposals/0/when/of/item',
      aCount('a'),
      { proposals: rung({ kind: 'not', of: { kind: 'entries', item: 'x', in: '[1,)' } }) },
    ],
    ['unknown-item /sameDeed/0/items/1', aCount('a'), { sameDeed: [{ id: 'once', items: ['a', 'x'] }] }],
    [
      'class-without-value /score/bounds/atMost',
      aCount('a', { bounds: { atMost: { byClass: { x: '1' } } } }),
      {
        classes: [
          { id: 'x', title: '甲类' },
          { id: 'y', title: '乙类' },
        ],
      },
    ],
    [
      'class-without-value /score/parts/0/weight',
      { kind: 'weighted', id: 'w', title: '权重', parts: [{ weight: { byClass: {} }, part: aCount('a') }] },
      { classes: [{ id: 'x', title: '甲类' }] },
    ],
    [
      'unknown-class /score/parts/0/weight/byClass/z',
      { kind: 'weighted', id: 'w', title: '权重', parts: [{ weight: { byClass: { z: '1' }, otherwise: '1' }, part: aCount('a') }] },
      { classes: [{ id: 'x', title: '甲类' }] },
    ],
    ['reference-out-of-period /score/measure/of', result('a', 'a', 'previous-period'), {}],
    ['reference-out-of-period /score/parts/1/measure/of', aSum('total', [monthly(aCount('a')), result('b', 'a', 'this-period')]), {}],
    ['reference-out-of-period /grading/of', monthly(aCount('a')), { grading }],
    ['reference-out-of-period /proposals/0/when/of', monthly(aCount('a')), { proposals: rung({ kind: 'score', of: 'a', in: '[1,)' }) }],
    [
      'reference-out-of-period /proposals/0/when/of',
      monthly(aCount('a')),
      { proposals: rung({ kind: 'consecutive', times: 2, each: 'quarter', of: 'a', in: '[1,)' }) },
    ],
    ['circular-reference /score', aSum('total', [aCount('a'), result('b', 'total', 'this-period')]), {}],
    [
      'period-does-not-divide /score/part/each',
      monthly({ kind: 'over-periods', id: 'q', title: '季', each: 'quarter', by: { kind: 'sum' }, part: aCount('a') }),
      {},
    ],
    [
      'condition-too-early /score/condition',
      { kind: 'when', id: 'w', title: '门槛', condition: { kind: 'grade', in: ['good'], year: 'this' }, part: aCount('a') },
      { grading },
    ],
    [
      'condition-too-early /overrides/0/when/of/0',
      aCount('a'),
      {
        overrides: [
          {
            id: 'o',
            title: '清零',
            when: { kind: 'any', of: [{ kind: 'score', of: 'a', in: '[1,)' }] },
            effect: { kind: 'result-is', of: 'a', value: '0' },
          },
        ],
      },
    ],
    ['marks-need-an-entry /score/adjust/0', aCount('a', { adjust: [{ kind: 'if-marked', mark: 'm', adjust: [] }] }), {}],
    [
      'month-needs-a-period /score/condition',
      { kind: 'when', id: 'w', title: '汛期', condition: { kind: 'month', in: [7] }, part: aCount('a') },
      {},
    ],
    ['not-an-interval /proposals/0/when/in', aCount('a'), { proposals: rung({ kind: 'months', of: 'away', in: '6' }) }],
    ['reference-out-of-period /score/parts/1/part/condition/of', aSum('total', [aCount('a'), monthly(row('month', 'a'))]), {}],
    [
      'period-does-not-divide /score/parts/1/part/condition/each',
      aSum('total', [monthly(aCount('a'), { each: 'quarter' }), monthly(row('quarter', 'a'), { id: 'months' })]),
      {},
    ],
    [
      'period-does-not-divide /score/parts/1/part/condition/each',
      aSum('total', [aCount('a'), monthly(row('year', 'a'), { id: 'months' })]),
      {},
    ],
    ['circular-reference /score/part', monthly(aSum('b', [aCount('a'), row('month', 'b')])), {}],
    ['month-needs-a-period /proposals/0/when', aCount('a'), { proposals: rung({ kind: 'month', in: [7] }) }],
    ['needs-single-entries /score/each', aCount('a', { measure: { kind: 'ratio' }, each: [{ kind: 'times', by: '2' }] }), {}],
    ['caps-need-a-sum /score/caps', aCount('a', { measure: { kind: 'ratio' }, caps: [{ per: 'day', atMost: '1' }] }), {}],
    [
      'caps-need-a-sum /score/caps',
      aCount('a', { measure: { kind: 'value', unit: '分', together: 'mean' }, caps: [{ per: 'day', atMost: '1' }] }),
      {},
    ],
    [
      'out-of-range /score/measure/usual',
      aCount('a', { measure: { kind: 'value', unit: '分', range: '(,0)', together: 'sum', usual: '0' } }),
      {},
    ],
    [
      'not-a-number /score/measure/usual',
      aCount('a', { measure: { kind: 'value', unit: '分', range: '(,0)', together: 'sum', usual: 'x' } }),
      {},
    ],
    ['out-of-range /year/startsInMonth', aCount('a'), { year: { startsInMonth: 13 } }],
    [
      'out-of-range /score/take',
      { kind: 'select', order: 'highest', id: 'best', title: '最好', take: 0, by: 'sum', parts: [aCount('a')] },
      {},
    ],
    ['out-of-range /score/adjust/0/places', aCount('a', { adjust: [{ kind: 'round', places: 7, mode: 'up' }] }), {}],
    ['out-of-range /score/each/0/places', aCount('a', { each: [{ kind: 'round', places: -1, mode: 'up' }] }), {}],
    [
      'out-of-range /score/measure/leaveOut/lowest',
      aCount('a', { measure: { kind: 'ratings', range: '[0,1]', electorates: [], leaveOut: { highest: 0, lowest: -1 } } }),
      {},
    ],
  ])('%s', (finding, score, own) => expect(of(score, own)).toEqual([finding]));

  it('a part rests on others at most 200 deep', () => {
    const chain = (length: number) =>
      aSum('total', [...Array.from({ length }, (_, index) => result(`i${index}`, `i${index + 1}`, 'this-period')), aCount(`i${length}`)]);
    expect(of(chain(198))).toEqual([]);
    expect(of(chain(199))).toEqual(['reference-too-deep /score/parts/199']);
    expect(of(chain(900))).toHaveLength(4);
  });

  it('a part may rest on what the same part came to before, and on last year', () => {
    expect(of(monthly(aSum('month', [result('base', 'month', 'previous-period'), aCount('a')])))).toEqual([]);
    expect(of(aSum('total', [result('base', 'total', 'previous-year'), aCount('a')]))).toEqual([]);
  });
});
