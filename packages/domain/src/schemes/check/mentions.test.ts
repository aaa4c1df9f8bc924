import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { Adjustment, Measure } from '../language/measure.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, monthly } from '../scheme.builders.ts';
import { mentionsIn } from './mentions.ts';

const of = (score: SchemeNode, own: Partial<ScoringScheme> = {}) =>
  mentionsIn(aScoringScheme(score, own)).map(({ kind, text, path }) => `${kind} ${text} ${path}`);
const measured = (measure: Measure, own: Partial<Item> = {}) => of(aCount('a', { measure, ...own }));
const adjusted = (...adjust: Adjustment[]) => of(aCount('a', { adjust }));
const option = (value: string) => ({ id: 'o', title: '好', value });
const electorates = [{ id: 'e', title: '党员', weight: '0.4' }];

describe('what a scheme mentions, and where (regulation 2-1)', () => {
  it('nothing, in a plain count', () => expect([of(aCount('a')), measured({ kind: 'ratio' })]).toEqual([[], []]));

  it.each<[Measure, readonly string[]]>([
    [{ kind: 'fixed', value: '7' }, ['number 7 /score/measure/value']],
    [{ kind: 'value', unit: '分', range: '[0,1]', together: 'sum' }, ['interval [0,1] /score/measure/range']],
    [{ kind: 'value', unit: '分', together: 'sum' }, []],
    [
      { kind: 'choice', options: [option('1'), option('2')], together: 'sum' },
      ['number 1 /score/measure/options/0/value', 'number 2 /score/measure/options/1/value'],
    ],
    [{ kind: 'level', levels: [option('3')], sameDeed: 'each' }, ['number 3 /score/measure/levels/0/value']],
    [{ kind: 'fulfilment', rates: [option('0.6')] }, ['number 0.6 /score/measure/rates/0/value']],
    [
      { kind: 'tally', options: [option('5')], electorates },
      ['number 5 /score/measure/options/0/value', 'number 0.4 /score/measure/electorates/0/weight'],
    ],
    [
      { kind: 'ratings', range: '[0,9]', electorates, leaveOut: { highest: 0, lowest: 0 } },
      ['interval [0,9] /score/measure/range', 'number 0.4 /score/measure/electorates/0/weight'],
    ],
    [
      { kind: 'result', of: 'b', when: 'previous-year', share: '0.2', first: '20' },
      ['node b /score/measure/of', 'number 0.2 /score/measure/share', 'number 20 /score/measure/first'],
    ],
    [{ kind: 'result', of: 'b', when: 'previous-year', share: '0.2' }, ['node b /score/measure/of', 'number 0.2 /score/measure/share']],
  ])('in the measure %j', (measure, mentioned) => expect(measured(measure)).toEqual(mentioned));

  it.each<[Adjustment, readonly string[]]>([
    [{ kind: 'times', by: '2' }, ['number 2 /score/adjust/0/by']],
    [{ kind: 'plus', amount: '3' }, ['number 3 /score/adjust/0/amount']],
    [{ kind: 'free', upTo: '4' }, ['number 4 /score/adjust/0/upTo']],
    [{ kind: 'at-most', value: '5' }, ['number 5 /score/adjust/0/value']],
    [{ kind: 'at-least', value: '6' }, ['number 6 /score/adjust/0/value']],
    [{ kind: 'round', places: 1, mode: 'up' }, []],
    [
      {
        kind: 'table',
        rows: [
          { in: '[0,1)', value: '7' },
          { in: '[1,)', times: '8', plus: '9' },
        ],
      },
      [
        'interval [0,1) /score/adjust/0/rows/0/in',
        'number 7 /score/adjust/0/rows/0/value',
        'interval [1,) /score/adjust/0/rows/1/in',
        'number 8 /score/adjust/0/rows/1/times',
        'number 9 /score/adjust/0/rows/1/plus',
      ],
    ],
    [{ kind: 'if-marked', mark: 'm', adjust: [{ kind: 'times', by: '2' }] }, ['number 2 /score/adjust/0/adjust/0/by']],
    [{ kind: 'times', by: { ceiling: 'task' } }, ['plan task /score/adjust/0/by/ceiling']],
    [
      { kind: 'times', by: { byClass: { x: '1' }, otherwise: '2' } },
      ['class x /score/adjust/0/by/byClass/x', 'number 1 /score/adjust/0/by/byClass/x', 'number 2 /score/adjust/0/by/otherwise'],
    ],
  ])('in the adjustment %j', (adjustment, mentioned) => expect(adjusted(adjustment)).toEqual(mentioned));

  it('in what every part may have, and in an item’s own chains and caps', () => {
    const item: Item = aCount('a', {
      for: ['x', 'y'],
      bounds: { atMost: '1', atLeast: '2' },
      each: [{ kind: 'times', by: '3' }],
      caps: [{ per: 'day', atMost: '4', atLeast: '5' }],
    });
    expect(of(aSum('total', [item]))).toEqual([
      'class x /score/parts/0/for/0',
      'class y /score/parts/0/for/1',
      'number 1 /score/parts/0/bounds/atMost',
      'number 2 /score/parts/0/bounds/atLeast',
      'number 3 /score/parts/0/each/0/by',
      'number 4 /score/parts/0/caps/0/atMost',
      'number 5 /score/parts/0/caps/0/atLeast',
    ]);
  });

  it('in weights, and in what stands for a whole year', () => {
    expect(
      of({ kind: 'weighted', id: 'w', title: '权', parts: [{ weight: '1', part: aCount('a', { bounds: { atMost: '2' } }) }] }),
    ).toEqual(['number 1 /score/parts/0/weight', 'number 2 /score/parts/0/part/bounds/atMost']);
    expect(of(monthly(aCount('a'), { partOfYear: { kind: 'by-ceilings', plan: 'task', to: '70' } }))).toEqual([
      'plan task /score/partOfYear/plan',
      'number 70 /score/partOfYear/to',
    ]);
    expect(of(monthly(aCount('a'), { partOfYear: { kind: 'by-number' } }))).toEqual([]);
  });

  it.each<[Condition, readonly string[]]>([
    [{ kind: 'score', of: 'a', in: '[1,)' }, ['node a /proposals/0/when/of', 'interval [1,) /proposals/0/when/in']],
    [
      { kind: 'consecutive', times: 2, each: 'year', of: 'a', in: '[1,)' },
      ['node a /proposals/0/when/of', 'interval [1,) /proposals/0/when/in'],
    ],
    [{ kind: 'entries', item: 'a', in: '[1,)' }, ['item a /proposals/0/when/item', 'interval [1,) /proposals/0/when/in']],
    [{ kind: 'months', of: 'away', in: '[6,)' }, ['interval [6,) /proposals/0/when/in']],
    [{ kind: 'grade', in: ['g', 'h'], year: 'this' }, ['grade g /proposals/0/when/in/0', 'grade h /proposals/0/when/in/1']],
    [{ kind: 'consecutive-grades', years: 2, in: ['g'] }, ['grade g /proposals/0/when/in/0']],
    [{ kind: 'class', in: ['x'] }, ['class x /proposals/0/when/in/0']],
    [{ kind: 'all', of: [{ kind: 'class', in: ['x'] }] }, ['class x /proposals/0/when/of/0/in/0']],
    [{ kind: 'any', of: [{ kind: 'class', in: ['x'] }] }, ['class x /proposals/0/when/of/0/in/0']],
    [{ kind: 'not', of: { kind: 'class', in: ['x'] } }, ['class x /proposals/0/when/of/in/0']],
    [{ kind: 'decision', decision: 'd' }, []],
    [{ kind: 'month', in: [7] }, []],
    [{ kind: 'grade-rise', atLeast: 1 }, []],
    [{ kind: 'standing', is: 'full' }, []],
  ])('in the condition %j', (when, mentioned) =>
    expect(of(aCount('a'), { proposals: [{ id: 'p', title: '建议', when }] })).toEqual(mentioned),
  );

  it('in a gate', () =>
    expect(of({ kind: 'when', id: 'w', title: '门槛', condition: { kind: 'score', of: 'a', in: '[1,)' }, part: aCount('a') })).toEqual([
      'node a /score/condition/of',
      'interval [1,) /score/condition/in',
    ]));

  it('in grades and lists', () => {
    const grading = { of: 'a', grades: [], tables: [{ for: { classes: ['x'] }, bands: [{ grade: 'g', in: '[1,)' }] }] };
    const lists = [{ id: 'l', title: '星', of: 'b', bands: [{ id: 's', title: '一星', in: '[2,)' }] }];
    expect(of(aCount('a'), { grading, lists })).toEqual([
      'node a /grading/of',
      'class x /grading/tables/0/for/classes/0',
      'grade g /grading/tables/0/bands/0/grade',
      'interval [1,) /grading/tables/0/bands/0/in',
      'node b /lists/0/of',
      'interval [2,) /lists/0/bands/0/in',
    ]);
  });

  it('in every rule', () => {
    const when: Condition = { kind: 'class', in: ['x'] };
    const own: Partial<ScoringScheme> = {
      latitude: [{ kind: 'set-worth', part: 'a', worth: '[1,2]' }],
      sameDeed: [{ id: 'd', items: ['a', 'b'] }],
      overrides: [
        { id: 'o', title: '清零', when, effect: { kind: 'result-is', of: 'a', value: '0' } },
        { id: 'q', title: '定格', when, effect: { kind: 'grade-is', grade: 'g' } },
      ],
      quotas: [
        { id: 'q', title: '名额', grade: 'g', limit: 'at-most', places: { kind: 'share', share: '0.3', round: 'up' } },
        { id: 'r', title: '名额', grade: 'h', limit: 'at-most', places: { kind: 'allotted' } },
      ],
      ladders: [{ id: 'l', title: '措施', rungs: [{ id: 'r', title: '谈话', when }] }],
      proposals: [{ id: 'p', title: '建议', when }],
      plans: [{ id: 't', title: '上限', each: '[5,6]', step: '1', total: '70' }],
      pledges: [{ item: 'a', classes: ['y'], kinds: ['k'] }],
    };
    expect(of(aCount('a'), own)).toEqual([
      'node a /latitude/0/part',
      'interval [1,2] /latitude/0/worth',
      'item a /sameDeed/0/items/0',
      'item b /sameDeed/0/items/1',
      'class x /overrides/0/when/in/0',
      'node a /overrides/0/effect/of',
      'number 0 /overrides/0/effect/value',
      'class x /overrides/1/when/in/0',
      'grade g /overrides/1/effect/grade',
      'grade g /quotas/0/grade',
      'number 0.3 /quotas/0/places/share',
      'grade h /quotas/1/grade',
      'class x /ladders/0/rungs/0/when/in/0',
      'class x /proposals/0/when/in/0',
      'interval [5,6] /plans/0/each',
      'number 1 /plans/0/step',
      'number 70 /plans/0/total',
      'item a /pledges/0/item',
      'class y /pledges/0/classes/0',
    ]);
  });
});
