import { describe, expect, it } from '@jest/globals';
import type { SchemeNode, SchemeRefinement, ScoringFacts, ScoringScheme } from '@jifen/domain';
import { z } from 'zod';
import { schemeRefinement, type scoringFacts, scoringScheme } from './index.ts';
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
