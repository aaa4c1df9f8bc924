import { describe, expect, it } from '@jest/globals';
import type { SchemeNode, SchemeRefinement, ScoringFacts, ScoringScheme } from '@jifen/domain';
import { z } from 'zod';
import { schemeRefinement, scoringFacts, scoringScheme } from './index.ts';
import type { nodeKinds } from './scheme-nodes.ts';

/** Every level as one plain, read-only object type, so that types written differently can be compared. */
type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Both ways and key by key: what the file may say is what the domain knows. */
type Equal<A, B> = Same<Plain<A>, Plain<B>>;

const schemesAreEqual: Equal<z.infer<typeof scoringScheme>, ScoringScheme> = true;
const nodesAreEqual: Equal<z.infer<typeof nodeKinds>, SchemeNode> = true;
const refinementsAreEqual: Equal<z.infer<typeof schemeRefinement>, SchemeRefinement> = true;
const factsAreEqual: Equal<z.infer<typeof scoringFacts>, ScoringFacts> = true;

describe('the format of a scheme file', () => {
  it('is, for the compiler, the same as the domain’s types', () => {
    expect([schemesAreEqual, nodesAreEqual, refinementsAreEqual, factsAreEqual]).toEqual([true, true, true, true]);
  });

  it('is published as a JSON Schema that refers to its own parts, nowhere else', () => {
    const text = JSON.stringify(z.toJSONSchema(scoringScheme, { io: 'input' }));
    expect([...text.matchAll(/"\$ref":"([^"]+)"/g)].filter(([, ref = '']) => !ref.startsWith('#'))).toEqual([]);
    expect(text).toContain('"jifen-scheme/1"');
  });

  it('holds as many rules, conditions and facts as people write, and no more', () => {
    const item = { kind: 'item', id: 'a', title: '甲', measure: { kind: 'count' } };
    const when = { kind: 'decision', decision: 'd' };
    const scheme = { format: 'jifen-scheme/1', id: 'x', version: 1, title: '例', places: 2, year: { startsInMonth: 1 }, score: item };
    const proposals = (rules: number, conditions: number) => {
      const rule = { id: 'p', title: '建议', when: { kind: 'any', of: Array.from({ length: conditions }, () => when) } };
      return scoringScheme.safeParse({ ...scheme, proposals: Array.from({ length: rules }, () => rule) }).success;
    };
    expect([proposals(100, 100), proposals(101, 1), proposals(1, 101)]).toEqual([true, false, false]);
    const facts = (count: number) => ({
      format: 'jifen-facts/1',
      year: 2026,
      member: { id: 'm', standing: 'full', classes: Array.from({ length: count }, () => ({ class: 'a', from: '2026-01-01' })) },
      entries: [],
    });
    expect([1_000, 1_001].map((count) => scoringFacts.safeParse(facts(count)).success)).toEqual([true, false]);
  });

  it('knows no construct besides its own, and no field', () => {
    const scheme = { format: 'jifen-scheme/1', id: 'x', version: 1, title: '例', places: 2, year: { startsInMonth: 1 } };
    const item = { kind: 'item', id: 'a', title: '甲', measure: { kind: 'count' } };
    expect(scoringScheme.safeParse({ ...scheme, score: item }).success).toBe(true);
    const refinement = { format: 'jifen-refinement/1', id: 'y', version: 1, title: '例', parent: { id: 'x', version: 1 }, changes: [] };
    expect(schemeRefinement.safeParse(refinement).success).toBe(true);
    expect(schemeRefinement.safeParse({ ...refinement, changes: [{ kind: 'drop-item', part: 'a' }] }).success).toBe(false);
    expect(scoringScheme.safeParse({ ...scheme, score: { ...item, kind: 'script' } }).success).toBe(false);
    expect(scoringScheme.safeParse({ ...scheme, score: { ...item, weight: '1' } }).success).toBe(false);
    expect(scoringScheme.safeParse({ ...scheme, score: { ...item, adjust: [{ kind: 'times', by: 0.5 }] } }).success).toBe(false);
  });
});
