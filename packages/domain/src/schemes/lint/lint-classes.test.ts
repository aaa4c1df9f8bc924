import { describe, expect, it } from '@jest/globals';
import type { Weight } from '../language/measure.ts';
import type { SchemeNode } from '../language/node.ts';
import { aCount, aScoringScheme, aSum, monthly } from '../scheme.builders.ts';
import { lintScheme } from './lint.ts';

const classes = ['甲类', '乙类', '丙类'].map((title, index) => ({ id: 'xyz'.charAt(index), title }));
const found = (score: SchemeNode) =>
  lintScheme(aScoringScheme(score, { classes })).map(({ code, path, values }) => [
    code,
    path,
    values.maximum ?? '',
    values.sum ?? '',
    values.classes ?? '',
  ]);
const part = (id: string, atMost: string, own: Partial<SchemeNode> = {}) => aCount(id, { bounds: { atMost }, ...own } as object);

describe('maxima of classes (regulation 2-1)', () => {
  it('are judged for each class by the parts that are for it', () => {
    const total = (y: string) =>
      aSum('total', [part('a', '10'), part('b', '5', { for: ['x'] }), part('c', y, { for: ['y', 'z'] })], { bounds: { atMost: '15' } });
    expect(found(total('5'))).toEqual([]);
    expect(found(total('4'))).toEqual([['maximum-is-not-the-sum', '/score', '15', '14', '乙类、丙类']]);
  });

  it('are said once where all classes concerned agree', () => {
    expect(found(aSum('total', [part('a', '10'), part('b', '5', { for: ['x', 'y', 'z'] })], { bounds: { atMost: '10' } }))).toEqual([
      ['maximum-is-not-the-sum', '/score', '10', '15', ''],
    ]);
    const ofOne = aSum('inner', [part('b', '5')], { for: ['x'], bounds: { atMost: '6' } });
    expect(found(aSum('total', [part('a', '10'), ofOne]))).toEqual([['maximum-is-not-the-sum', '/score/parts/1', '6', '5', '']]);
  });

  it('may differ by class themselves', () => {
    const total = (atMost: SchemeNode['bounds']) =>
      aSum('total', [part('a', '10'), part('b', '5', { for: ['x'] })], { bounds: atMost ?? {} });
    expect(found(total({ atMost: { byClass: { x: '15' }, otherwise: '10' } }))).toEqual([]);
    expect(found(total({ atMost: { byClass: { x: '16', y: '9' }, otherwise: '10' } }))).toEqual([
      ['maximum-is-not-the-sum', '/score', '16', '15', '甲类'],
      ['maximum-is-not-the-sum', '/score', '9', '10', '乙类'],
    ]);
  });

  it('are judged within periods as well', () => {
    const month = aCount('a', { bounds: { atMost: { byClass: { x: '6' }, otherwise: '5' } } });
    expect(found(monthly(month, { bounds: { atMost: { byClass: { x: '72' }, otherwise: '70' } } }))).toEqual([
      ['maximum-is-not-the-sum', '/score', '70', '60', '乙类、丙类'],
    ]);
  });

  it('a gate whose one side is not for the class counts the other side', () => {
    const gate: SchemeNode = {
      kind: 'when',
      id: 'w',
      title: '门槛',
      condition: { kind: 'standing', is: 'full' },
      part: part('a', '4', { for: ['x'] }),
      otherwise: part('b', '3'),
    };
    expect(found(aSum('total', [gate], { bounds: { atMost: '4' } }))).toEqual([
      ['maximum-is-not-the-sum', '/score', '4', '3', '乙类、丙类'],
    ]);
  });
});

describe('weights by class (regulation 2-2)', () => {
  const weighted = (first: Weight, second: Weight, own: Partial<SchemeNode> = {}): SchemeNode => ({
    kind: 'weighted',
    id: 'w',
    title: '权重',
    parts: [
      { weight: first, part: part('a', '10') },
      { weight: second, part: part('b', '10', own) },
    ],
  });
  const seven = { byClass: { x: '0.7' }, otherwise: '0.5' };

  it('make 1 for each class', () => {
    expect(found(weighted(seven, { byClass: { x: '0.3', y: '0.5', z: '0.5' } }))).toEqual([]);
    expect(found(weighted(seven, '0.3'))).toEqual([['weights-do-not-sum', '/score/parts', '', '0.8', '乙类、丙类']]);
    expect(found(weighted('0.5', '0.4'))).toEqual([['weights-do-not-sum', '/score/parts', '', '0.9', '']]);
  });

  it('of the parts that are for it', () => {
    expect(found(weighted({ byClass: { x: '0.6' }, otherwise: '1' }, '0.4', { for: ['x'] }))).toEqual([]);
    expect(found(weighted('0.6', '0.4', { for: ['x'] }))).toEqual([['weights-do-not-sum', '/score/parts', '', '0.6', '乙类、丙类']]);
  });

  it('make what the class can come to', () => {
    const maximum = (atMost: string): SchemeNode => ({ ...weighted({ byClass: { x: '1' }, otherwise: '0' }, '0'), bounds: { atMost } });
    expect(found(maximum('10'))).toEqual(
      [
        ['weights-do-not-sum', '/score/parts', '', '0', '乙类、丙类'],
        ['maximum-is-not-the-sum', '/score', '10', '0', '乙类、丙类'],
      ].toReversed(),
    );
  });
});
