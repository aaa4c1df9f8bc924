import { describe, expect, it } from '@jest/globals';
import type { SchemeNode } from '../language/node.ts';
import type { Change, SchemeRefinement } from '../language/refinement.ts';
import { aCount, aScoringScheme, aSum, aValue, monthly } from '../scheme.builders.ts';
import { refineScheme } from './refine-scheme.ts';

const usual = (id: string) => aCount(id, { measure: { kind: 'value', unit: '分', range: '(,0)', together: 'sum', usual: '-2' } });
const parent = aScoringScheme(
  aSum('total', [aSum('plus', [aCount('a')]), aCount('b', { each: [{ kind: 'times', by: '2' }] }), aValue('c'), usual('d')]),
  {
    latitude: [
      { kind: 'add-items', part: 'plus', worth: '(0,3]', atMost: 2 },
      { kind: 'set-worth', part: 'b', worth: '[1,4]' },
      { kind: 'set-worth', part: 'c', worth: '[1,4]' },
      { kind: 'set-worth', part: 'd', worth: '[-4,1]' },
    ],
  },
);
const refinement = (changes: readonly Change[], own: Partial<SchemeRefinement> = {}): SchemeRefinement => ({
  format: 'jifen-refinement/1',
  id: 'dongwan',
  version: 3,
  title: '东湾村细则',
  parent: { id: 'example', version: 1 },
  changes,
  ...own,
});
const add = (id: string, worth = '1', part = 'plus'): Change => ({ kind: 'add-item', part, id, title: '护林', worth });
const set = (part: string, worth: string): Change => ({ kind: 'set-worth', part, worth });
const refused = (...changes: Change[]) => {
  const result = refineScheme(parent, refinement(changes));
  return result.ok ? [] : result.refusal.map(({ code, path }) => `${code} ${path}`);
};

describe('a scheme refined below (regulation 2-1)', () => {
  it('has its own items and worths where its parent leaves them open, and nothing left open itself', () => {
    const result = refineScheme(parent, refinement([add('forest', '2.5'), set('b', '3'), set('d', '-3')]));
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    const [plus, b, , d] = 'parts' in result.value.score ? result.value.score.parts : [];
    expect([result.value.id, result.value.version, result.value.title, result.value.latitude]).toEqual([
      'dongwan',
      3,
      '东湾村细则',
      undefined,
    ]);
    expect(plus).toMatchObject({
      parts: [{ id: 'a' }, { id: 'forest', measure: { kind: 'count' }, each: [{ kind: 'times', by: '2.5' }] }],
    });
    expect(b).toMatchObject({ id: 'b', each: [{ kind: 'times', by: '3' }] });
    expect(d).toMatchObject({ id: 'd', measure: { kind: 'value', range: '(,0)', usual: '-3' } });
  });

  it.each<[string, readonly Change[]]>([
    ['out-of-range /changes/0/worth', [add('forest', '3.5')]],
    ['out-of-range /changes/0/worth', [set('b', '0.5')]],
    ['out-of-range /score/parts/3/measure/usual', [set('d', '1')]],
    ['too-many-items /changes/2', [add('x'), add('y'), add('z')]],
    ['not-allowed /changes/0/part', [add('forest', '1', 'total')]],
    ['not-allowed /changes/0/part', [set('a', '2')]],
    ['not-allowed /changes/0/part', [set('c', '2')]],
    ['not-allowed /changes/0/part', [set('nowhere', '2')]],
    ['id-used-twice /score/parts/1/id', [add('b')]],
  ])('%s', (finding, changes) => expect(refused(...changes)).toEqual([finding]));

  it('belongs to one version of one parent', () => {
    const result = refineScheme(parent, refinement([], { parent: { id: 'example', version: 2 } }));
    expect(result.ok ? [] : result.refusal.map(({ code, path }) => `${code} ${path}`)).toEqual(['another-parent /parent']);
  });

  it('finds its part wherever it stands, and leaves everything else as it was', () => {
    const worth = (id: string, by: string) => aCount(id, { each: [{ kind: 'times', by }] });
    const within = (id: string, by: string) => monthly(worth(id, by), { id: `${id}-year` });
    const gate = (by: string, other: string): SchemeNode => ({
      kind: 'when',
      id: 'w',
      title: '门槛',
      condition: { kind: 'standing', is: 'full' },
      part: worth('in-gate', by),
      otherwise: worth('other-way', other),
    });
    const scheme = (month: string, inGate: string, other: string, weighted: string, apart: string) =>
      aScoringScheme(
        aSum('total', [
          within('in-month', month),
          gate(inGate, other),
          { kind: 'weighted', id: 'mix', title: '权', parts: [{ weight: '1', part: worth('in-weighted', weighted) }] },
        ]),
        {
          apart: [worth('beside', apart)],
          latitude: ['in-month', 'in-gate', 'other-way', 'in-weighted', 'beside'].map(
            (part) => ({ kind: 'set-worth', part, worth: '[1,4]' }) as const,
          ),
        },
      );
    const refined = (...changes: [string, string][]) => {
      const result = refineScheme(
        scheme('1', '1', '1', '1', '1'),
        refinement(changes.map(([part, to]) => ({ kind: 'set-worth', part, worth: to }))),
      );
      return result.ok ? [result.value.score, result.value.apart] : result.refusal;
    };
    const { score, apart } = scheme('2', '3', '4', '1.5', '2.5');
    expect(refined(['in-month', '2'], ['in-gate', '3'], ['other-way', '4'], ['in-weighted', '1.5'], ['beside', '2.5'])).toEqual([
      score,
      apart,
    ]);
  });

  it('says what was asked for and is not allowed', () => {
    const result = refineScheme(parent, refinement([{ kind: 'set-worth', part: 'a', worth: '1' }]));
    expect(result.ok ? [] : result.refusal).toEqual([
      { code: 'not-allowed', path: '/changes/0/part', severity: 'error', values: { text: 'a' } },
    ]);
    const other = refineScheme(parent, refinement([], { parent: { id: 'example', version: 2 } }));
    expect(other.ok ? [] : other.refusal).toEqual([
      { code: 'another-parent', path: '/parent', severity: 'error', values: { parent: 'example 1' } },
    ]);
  });
});
