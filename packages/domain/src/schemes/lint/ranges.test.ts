import { describe, expect, it } from '@jest/globals';
import { exactText } from '../../points/exact.ts';
import { indexed } from '../engine/prepare.ts';
import type { Adjustment, Cap, Measure } from '../language/measure.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, aValue, monthly } from '../scheme.builders.ts';
import { lintScheme } from './lint.ts';
import { rangeOf } from './range-of-nodes.ts';

const classes = ['x', 'y'].map((id) => ({ id, title: id }));
const plans = [
  { id: 'other', title: '另一', each: '[1,2]', step: '1', total: '20' },
  { id: 'task', title: '上限', each: '[5,6]', step: '1', total: '70' },
  { id: 'free', title: '不定', each: '[5,6]', step: '1' },
];
function range(score: SchemeNode, own: Partial<ScoringScheme> = {}): string {
  const ready = indexed(aScoringScheme(score, { classes, plans, ...own }));
  const { from, to } = rangeOf({ ready, known: new Map(), forWhom: 'all-year' }, score.id);
  return `${from ? exactText(from) : ''}…${to ? exactText(to) : ''}`;
}
const only = (id: string, text: string, own: Partial<Item> = {}) =>
  aCount(id, { measure: { kind: 'value', unit: '分', range: text, together: 'only' }, ...own });
const measured = (measure: Measure, own: Partial<Item> = {}) => range(aCount('a', { measure, ...own }));
const option = (id: string, value: string) => ({ id, title: id, value });
const options = [option('o', '-2'), option('p', '5')];
const electorates = [{ id: 'm', title: '党员', weight: '1' }];

describe('what a part can come to (regulation 2-1)', () => {
  it.each<[Measure, string]>([
    [{ kind: 'fixed', value: '7' }, '7…7'],
    [{ kind: 'fixed', value: { byClass: { x: '1', y: '3' } } }, '1…3'],
    [{ kind: 'fixed', value: { byClass: { x: '1' }, otherwise: '9' } }, '1…9'],
    [{ kind: 'fixed', value: { ceiling: 'task' } }, '70…70'],
    [{ kind: 'fixed', value: { ceiling: 'free' } }, '60…72'],
    [{ kind: 'count' }, '0…'],
    [{ kind: 'value', unit: '分', range: '[1,5]', together: 'sum' }, '0…'],
    [{ kind: 'value', unit: '分', range: '[-5,-1]', together: 'sum' }, '…0'],
    [{ kind: 'value', unit: '分', range: '[-1,1]', together: 'sum' }, '…'],
    [{ kind: 'value', unit: '分', range: '[1,5]', together: 'mean' }, '1…5'],
    [{ kind: 'value', unit: '分', together: 'only' }, '…'],
    [{ kind: 'choice', options, together: 'only' }, '-2…5'],
    [{ kind: 'choice', options, together: 'sum' }, '…'],
    [{ kind: 'choice', options: [option('o', '2'), option('p', '5')], together: 'sum' }, '0…'],
    [{ kind: 'level', levels: [option('o', '2'), option('p', '5')], sameDeed: 'each' }, '0…'],
    [{ kind: 'ratio' }, '0…1'],
    [{ kind: 'fulfilment', rates: [option('o', '0'), option('p', '0.6')] }, '0…0.6'],
    [{ kind: 'tally', options, electorates }, '-2…5'],
    [{ kind: 'ratings', range: '[60,90]', electorates, leaveOut: { highest: 0, lowest: 0 } }, '60…90'],
    [{ kind: 'result', of: 'a', when: 'previous-year', share: '0.5' }, '0…'],
    [{ kind: 'result', of: 'a', when: 'previous-year', share: '0.5', first: '-3' }, '-3…'],
  ])('%j: %s', (measure, text) => expect(measured(measure)).toBe(text));

  it.each<[Adjustment, string]>([
    [{ kind: 'times', by: '2' }, '4…20'],
    [{ kind: 'times', by: '-2' }, '-20…-4'],
    [{ kind: 'times', by: '0' }, '0…0'],
    [{ kind: 'times', by: { byClass: { x: '1', y: '3' } } }, '2…30'],
    [{ kind: 'plus', amount: '3' }, '5…13'],
    [{ kind: 'free', upTo: '4' }, '0…6'],
    [{ kind: 'at-most', value: '4' }, '2…4'],
    [{ kind: 'at-most', value: '1' }, '1…1'],
    [{ kind: 'at-least', value: '4' }, '4…10'],
    [{ kind: 'at-least', value: '12' }, '12…12'],
    [{ kind: 'round', places: 0, mode: 'up' }, '2…10'],
    [
      {
        kind: 'table',
        rows: [
          { in: '[0,1]', value: '-9' },
          { in: '(1,5]', value: '7' },
          { in: '(5,)', times: '2', plus: '1' },
        ],
      },
      '7…21',
    ],
    [{ kind: 'table', rows: [{ in: '[0,1]', value: '-9' }] }, '0…0'],
  ])('of 2 to 10, after %j: %s', (adjustment, text) => expect(range(only('a', '[2,10]', { adjust: [adjustment] }))).toBe(text));

  it('for each entry: with and without its mark', () =>
    expect(range(only('a', '[2,10]', { each: [{ kind: 'if-marked', mark: 'm', adjust: [{ kind: 'times', by: '2' }] }] }))).toBe('2…20'));

  it.each<[Cap, string]>([
    [{ per: 'day', atMost: '1' }, '0…372'],
    [{ per: 'month', atMost: '1' }, '0…12'],
    [{ per: 'quarter', atMost: '2' }, '0…8'],
    [{ per: 'half-year', atMost: '2' }, '0…4'],
    [{ per: 'year', atMost: '2' }, '0…2'],
    [{ per: 'month', atLeast: '1' }, '12…'],
  ])('a count within %j: %s', (cap, text) => expect(range(aCount('a', { caps: [cap] }))).toBe(text));

  it('bounds of the year, and where they differ by class the widest', () => {
    expect(range(aValue('a', '[-1,1]', { bounds: { atMost: '5', atLeast: '-3' } }))).toBe('-3…5');
    expect(range(aCount('a', { bounds: { atMost: { byClass: { x: '2', y: '8' } } } }))).toBe('0…8');
  });

  it.each<[string, SchemeNode, string]>([
    ['a sum', aSum('t', [only('a', '[1,2]'), only('b', '[3,5]')]), '4…7'],
    ['a product', { kind: 'product', id: 't', title: '积', parts: [only('a', '[-1,2]'), only('b', '[3,5]')] }, '-5…10'],
    [
      'shares',
      {
        kind: 'weighted',
        id: 't',
        title: '权',
        parts: [
          { weight: '0.5', part: only('a', '[2,4]') },
          { weight: '-1', part: only('b', '[0,1]') },
        ],
      },
      '0…2',
    ],
    [
      'the two highest of three, as a sum',
      {
        kind: 'select',
        order: 'highest',
        take: 2,
        by: 'sum',
        id: 't',
        title: '选',
        parts: [only('a', '[1,2]'), only('b', '[3,5]'), only('c', '[2,4]')],
      },
      '2…10',
    ],
    [
      'ten of two, as a sum',
      { kind: 'select', order: 'highest', take: 10, by: 'sum', id: 't', title: '选', parts: [only('a', '[1,2]'), only('b', '[3,5]')] },
      '2…10',
    ],
    [
      'the two highest, as a mean',
      { kind: 'select', order: 'highest', take: 2, by: 'mean', id: 't', title: '选', parts: [only('a', '[1,2]'), only('b', '[3,5]')] },
      '1…5',
    ],
    ['one of two', { kind: 'choose-one', id: 't', title: '选', parts: [only('a', '[1,2]'), only('b', '[3,5]')] }, '1…5'],
    ['a month, twelve times', monthly(only('a', '[1,2]')), '12…24'],
    ['months of which nothing need be known', monthly(only('a', '[1,2]', { absent: 'nothing' })), '0…24'],
    ['the mean of months', monthly(only('a', '[1,2]'), { by: { kind: 'mean' } }), '1…2'],
    ['the three best months', monthly(only('a', '[1,2]'), { by: { kind: 'select', order: 'highest', take: 3, by: 'sum' } }), '3…6'],
    [
      'the three best months, as a mean',
      monthly(only('a', '[1,2]'), { by: { kind: 'select', order: 'highest', take: 3, by: 'mean' } }),
      '1…2',
    ],
    ['months up to their ceilings', monthly(only('a', '[0,9]', { bounds: { atMost: { ceiling: 'task' } } })), '0…70'],
    ['months without an end', monthly(aValue('a', '[1,2]')), '0…'],
    ['an endless product that is never negative', { kind: 'product', id: 't', title: '积', parts: [aCount('a'), aCount('b')] }, '0…'],
    ['an endless product of anything', { kind: 'product', id: 't', title: '积', parts: [aValue('a', '[-1,1]'), aCount('b')] }, '…'],
    [
      'an endless number of times something bounded',
      { kind: 'product', id: 't', title: '积', parts: [aCount('a'), only('b', '[2,3]')] },
      '0…',
    ],
  ])('%s', (_, node, text) => expect(range(node)).toBe(text));
});

describe('words that no item may be built on (regulation 3)', () => {
  const words = (node: SchemeNode) =>
    lintScheme(aScoringScheme(node)).flatMap(({ code, path, values }) => (code === 'forbidden-item' ? [`${path} ${values.word}`] : []));
  it('in titles of parts, options and levels, and in units', () => {
    expect(words(aSum('t', [only('a', '[0,1]')], { title: '在线时长合计' }))).toEqual(['/score 在线时长']);
    expect(
      words(aCount('a', { measure: { kind: 'choice', options: [{ id: 'o', title: '每日签到', value: '1' }], together: 'only' } })),
    ).toEqual(['/score 签到']);
    expect(
      words(aCount('a', { measure: { kind: 'level', levels: [{ id: 'o', title: '排行前十', value: '1' }], sameDeed: 'each' } })),
    ).toEqual(['/score 排行']);
    expect(words(only('a', '[0,1]', { measure: { kind: 'value', unit: '次点赞', range: '[0,1]', together: 'only' } }))).toEqual([
      '/score 点赞',
    ]);
    expect(words(aCount('a', { title: 'Likes of a post' }))).toEqual(['/score Likes']);
    expect(words(aCount('a', { title: 'Unlikely' }))).toEqual([]);
  });
});
