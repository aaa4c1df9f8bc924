import { describe, expect, it } from '@jest/globals';
import type { Item, SchemeNode } from '../language/node.ts';
import { lintScheme } from '../lint/lint.ts';
import { aCount, aScoringScheme, monthly, someFacts } from '../scheme.builders.ts';
import { evaluate, prepareScheme } from './evaluate.ts';

const carried = (id: string, share: string): Item =>
  aCount(id, { measure: { kind: 'result', of: 'month', when: 'previous-period', share, first: share } });
/** Each month is the square of the month before: in December 2048 factors of January's. */
const squared = (share: string): SchemeNode =>
  monthly({ kind: 'product', id: 'month', title: '月', parts: [carried('one', share), carried('other', share)] });

describe('a number that outgrows its scheme (regulation 2-1)', () => {
  it('is a finding, not a computation without end', () => {
    const ready = prepareScheme(aScoringScheme(squared('0.999999')));
    if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
    expect(evaluate(ready.value, someFacts())).toEqual({
      ok: false,
      refusal: [{ code: 'number-too-long', path: '', severity: 'error', values: { digits: '900' } }],
    });
    expect(evaluate(ready.value, someFacts([], { until: '2026-07' })).ok).toBe(false);
    expect(evaluate(ready.value, someFacts([], { until: '2026-06' })).ok).toBe(true);
  });

  it('is a finding of the linter, too', () => {
    const product = (count: number): SchemeNode => ({
      kind: 'product',
      id: 'a',
      title: '积',
      parts: Array.from({ length: count }, (_, index) => aCount(`f${index}`, { measure: { kind: 'fixed', value: '0.999999' } })),
    });
    expect(lintScheme(aScoringScheme(product(151)))).toEqual([
      { code: 'number-too-long', path: '/score', severity: 'error', values: { digits: '900' } },
    ]);
    expect(lintScheme(aScoringScheme(product(149)))).toEqual([]);
  });
});
