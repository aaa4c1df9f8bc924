import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prepareScheme } from '../engine/evaluate.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { FactEntry } from '../language/facts.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, aValue, monthly, someFacts, twoGrades } from '../scheme.builders.ts';
import { emptyTally, mergeTallies, type Pair, type Schemes, tallyOf, whatIf } from './tally.ts';

function ready(scheme: ScoringScheme): PreparedScheme {
  const prepared = prepareScheme(scheme);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  return prepared.value;
}

const points = aValue('a');
/** In force: points as they are, good from 80; the draft: patrols count too, good from 85. */
const schemes: Schemes = {
  present: ready(
    aScoringScheme(aSum('total', [points, aCount('b', { each: [{ kind: 'times', by: '0' }] })]), { grading: twoGrades('80') }),
  ),
  draft: ready(aScoringScheme(aSum('total', [points, aCount('b')]), { grading: twoGrades('85') })),
};

type Member = { readonly id: string; readonly a: string; readonly b?: number };
function pair({ id, a, b = 0 }: Member): Pair {
  const entries: Partial<FactEntry>[] = [{ item: 'a', value: a }, ...(b > 0 ? [{ item: 'b', quantity: b }] : [])];
  const facts = someFacts(entries, { member: { id, standing: 'full' } });
  return { present: facts, draft: facts };
}

describe('what a draft would change (regulation 2-2)', () => {
  const county = [
    pair({ id: 'm1', a: '80' }),
    pair({ id: 'm2', a: '84', b: 1 }),
    pair({ id: 'm3', a: '84.99' }),
    pair({ id: 'm4', a: '79', b: 7 }),
    pair({ id: 'm5', a: '90' }),
  ];

  it('counts totals by tens, grades on both sides, and from which grade to which', () => {
    expect(whatIf(schemes, county, 10)).toEqual({
      ...emptyTally,
      members: 5,
      totals: [
        { from: 70, present: 1, draft: 0 },
        { from: 80, present: 3, draft: 4 },
        { from: 90, present: 1, draft: 1 },
      ],
      grades: [
        { grade: 'fair', present: 1, draft: 2 },
        { grade: 'good', present: 4, draft: 3 },
      ],
      changes: [
        { from: 'fair', to: 'good', count: 1 },
        { from: 'good', to: 'fair', count: 2 },
        { from: 'good', to: 'good', count: 2 },
      ],
      higher: 2,
      lower: 0,
      same: 3,
      mostAffected: [
        { member: 'm4', present: '79', draft: '86', difference: '7', gradePresent: 'fair', gradeDraft: 'good' },
        { member: 'm2', present: '84', draft: '85', difference: '1', gradePresent: 'good', gradeDraft: 'good' },
      ],
    });
  });

  it('names those most affected by how much, not by their points, and by their id where it is the same', () => {
    const two = [pair({ id: 'z', a: '10', b: 3 }), pair({ id: 'y', a: '90', b: 2 }), pair({ id: 'a', a: '50', b: 3 })];
    expect(whatIf(schemes, two, 2).mostAffected.map(({ member, difference }) => [member, difference])).toEqual([
      ['a', '3'],
      ['z', '3'],
    ]);
    expect(whatIf(schemes, two, 0).mostAffected).toEqual([]);
  });

  it('a loss weighs as much as a gain', () => {
    const turned = { present: schemes.draft, draft: schemes.present };
    const tally = whatIf(turned, [pair({ id: 'm1', a: '50', b: 1 }), pair({ id: 'm2', a: '50', b: 2 })], 1);
    expect([tally.higher, tally.lower, tally.mostAffected[0]?.member, tally.mostAffected[0]?.difference]).toEqual([0, 2, 'm2', '-2']);
  });

  it('below zero the steps of ten go on downwards', () => {
    const minus = ready(aScoringScheme(aSum('total', [aCount('b', { each: [{ kind: 'times', by: '-1' }] })])));
    const facts = (id: string, quantity: number) => {
      const own = someFacts([{ item: 'b', quantity }], { member: { id, standing: 'full' } });
      return { present: own, draft: own };
    };
    const tally = whatIf({ present: minus, draft: minus }, [facts('m1', 1), facts('m2', 10), facts('m3', 11)], 1);
    expect(tally.totals).toEqual([
      { from: -20, present: 1, draft: 1 },
      { from: -10, present: 2, draft: 2 },
    ]);
  });

  it('conflicts count members, each once, on the side where they appear', () => {
    const measured = (together: 'only' | 'sum') =>
      ready(aScoringScheme(monthly({ ...points, measure: { kind: 'value', unit: '分', range: '[0,100]', together } })));
    const twice = (date: string) => [
      { date, item: 'a', value: '1' },
      { date, item: 'a', value: '2' },
    ];
    const facts = someFacts([...twice('2026-03-08'), ...twice('2026-04-08')]);
    const tally = whatIf({ present: measured('sum'), draft: measured('only') }, [{ present: facts, draft: facts }], 5);
    expect(tally.conflicts).toContainEqual({ code: 'more-than-one-entry', node: 'a', present: 0, draft: 1 });
    expect([tally.withoutTotal, tally.higher + tally.lower + tally.same]).toEqual([{ present: 0, draft: 1 }, 0]);
  });

  it('facts that a scheme cannot score are counted by the reason, and nothing is guessed', () => {
    const facts = someFacts([{ item: 'nowhere', value: '1' }]);
    const tally = tallyOf(schemes, { present: someFacts([]), draft: facts }, 5);
    expect(tally.notScored).toEqual([{ code: 'unknown-item', present: 0, draft: 1 }]);
    expect([tally.members, tally.changes, tally.mostAffected]).toEqual([1, [], []]);
  });

  it('the order of members and the way they are grouped never matter', () => {
    const member = fc.record({ id: fc.nat({ max: 30 }).map((n) => `m${n}`), a: fc.nat({ max: 100 }).map(String), b: fc.nat({ max: 5 }) });
    const members = fc.uniqueArray(member, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(
        members.chain((all) =>
          fc.record({ all: fc.constant(all), mixed: fc.shuffledSubarray(all, { minLength: all.length }), at: fc.nat() }),
        ),
        ({ all, mixed, at }) => {
          const cut = all.length === 0 ? 0 : at % all.length;
          const parts = [mixed.slice(0, cut), mixed.slice(cut)].map((part) => whatIf(schemes, part.map(pair), 3));
          const [one = emptyTally, other = emptyTally] = parts;
          const whole = JSON.stringify(whatIf(schemes, all.map(pair), 3));
          expect(JSON.stringify(mergeTallies(one, other, 3))).toBe(whole);
          expect(JSON.stringify(mergeTallies(other, one, 3))).toBe(whole);
        },
      ),
    );
  });
});
