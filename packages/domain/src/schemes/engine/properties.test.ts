import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, exact } from '../../points/exact.ts';
import { isError } from '../check/finding.ts';
import type { ScoringFacts } from '../language/facts.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { lintScheme } from '../lint/lint.ts';
import { anyScheme } from '../random.builders.ts';
import { factsFor } from '../random-facts.builders.ts';
import { type Evaluation, evaluate, prepareScheme } from './evaluate.ts';
import type { Step } from './figure.ts';
import type { Placed, PreparedScheme } from './prepare.ts';
import { recomputed } from './recomputed.builders.ts';
import { monthText } from './window.ts';

const runs = { numRuns: fc.readConfigureGlobal().numRuns ?? 1000 };

type Case = { readonly ready: PreparedScheme; readonly facts: ScoringFacts };
const sound = anyScheme.filter((scheme) => prepareScheme(scheme).ok);
const withFacts = (schemes: fc.Arbitrary<ScoringScheme>): fc.Arbitrary<Case> =>
  schemes.chain((scheme) => {
    const ready = prepareScheme(scheme);
    if (!ready.ok) throw new Error('only sound schemes come here');
    return factsFor(scheme).map((facts) => ({ ready: ready.value, facts }));
  });
const soundCase = withFacts(sound);

function scored(ready: PreparedScheme, facts: ScoringFacts): Evaluation {
  const result = evaluate(ready, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const holds = (property: (one: Case) => void, cases = soundCase) => fc.assert(fc.property(cases, property), runs);
/** Which branch of a gate counts can change with the rest of the year. */
function isGated(ready: PreparedScheme, node: string): boolean {
  for (let placed: Placed | null | undefined = ready.nodes.get(node); placed?.parent; placed = placed.parent)
    if (placed.parent.node.kind === 'when') return true;
  return false;
}
const stepsOf = (step: Step): readonly Step[] => [step, ...step.of.flatMap(stepsOf)];

describe('the engine, for any scheme and any facts', () => {
  it('never throws, however little a scheme makes sense', () => {
    fc.assert(
      fc.property(
        anyScheme.chain((scheme) => factsFor(scheme).map((facts) => ({ scheme, facts }))),
        ({ scheme, facts }) => {
          lintScheme(scheme);
          const ready = prepareScheme(scheme);
          if (ready.ok) expect(evaluate(ready.value, facts).ok).toBe(true);
          else expect(ready.refusal.every(isError)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('does not care about the order of facts', () =>
    holds(({ ready, facts }) => {
      const turned = {
        ...facts,
        entries: facts.entries.toReversed(),
        member: { ...facts.member, classes: facts.member.classes?.toReversed() ?? [] },
      };
      expect(JSON.stringify(scored(ready, turned))).toBe(JSON.stringify(scored(ready, facts)));
    }));

  it('gives the same bytes again, also from the scheme read anew', () =>
    holds(({ ready, facts }) => {
      const anew = prepareScheme(JSON.parse(JSON.stringify(ready.scheme)));
      expect(anew.ok && JSON.stringify(scored(anew.value, facts))).toBe(JSON.stringify(scored(ready, facts)));
    }));

  it('an entry and its reversal change nothing; a reversal taken back restores the entry', () =>
    holds(({ ready, facts }) => {
      const [one] = facts.entries;
      if (!one) return;
      const [without, reversals] = [facts.entries.slice(1), [{ id: 'back', reverses: one.id }]];
      const former = scored(ready, { ...facts, entries: without, reversals: [] });
      expect(scored(ready, { ...facts, reversals })).toEqual(former);
      const restored = scored(ready, { ...facts, reversals: [...reversals, { id: 'again', reverses: 'back' }] });
      expect(restored).toEqual(scored(ready, { ...facts, reversals: [] }));
    }));

  it('never breaks a cap or a floor of a period that is over', () =>
    holds(({ ready, facts }) => {
      const { components } = scored(ready, facts);
      for (const { node } of ready.nodes.values()) {
        const { atMost, atLeast } = node.bounds ?? {};
        for (const text of Object.values(components[node.id] ?? {})) {
          if (text === null || facts.decisions) continue;
          if (typeof atMost === 'string' && !(typeof atLeast === 'string' && compare(exact(atLeast), exact(atMost)) > 0)) {
            expect(compare(exact(text), exact(atMost))).toBeLessThanOrEqual(0);
          }
          if (typeof atLeast === 'string') expect(compare(exact(text), exact(atLeast))).toBeGreaterThanOrEqual(0);
        }
      }
    }));

  it('every step of a trace follows from the steps below it, by arithmetic of its own', () =>
    holds(({ ready, facts }) => {
      const wrong = scored(ready, facts)
        .trace.flatMap(stepsOf)
        .filter((step) => recomputed(step) !== step.result);
      expect(wrong).toEqual([]);
    }));

  it('the total is the result of the first step, and every component that of its last', () =>
    holds(({ ready, facts }) => {
      const result = scored(ready, facts);
      expect(result.trace[0]?.result ?? null).toBe(result.total);
      for (const step of result.trace.flatMap(stepsOf).filter(({ rule }) => rule === 'sum')) {
        for (const part of step.of.filter(({ node, period }) => node !== step.node && result.components[node]?.[period] !== undefined)) {
          expect(part.result).toBe(result.components[part.node]?.[part.period]);
        }
      }
    }));

  it('what is settled until a month stays the same when the year goes on', () =>
    holds(({ ready, facts }) => {
      const first = 2026 * 12 + ready.scheme.year.startsInMonth - 1;
      const until = monthText(first + 5);
      const [soFar, whole] = [scored(ready, { ...facts, until }).components, scored(ready, facts).components];
      const settled = new Set([...Array.from({ length: 6 }, (_, index) => monthText(first + index)), '2026-Q1', '2026-Q2', '2026-H1']);
      for (const [node, periods] of Object.entries(soFar)) {
        if (isGated(ready, node)) continue;
        for (const [period, text] of Object.entries(periods)) {
          if (settled.has(period)) expect([node, period, text]).toEqual([node, period, whole[node]?.[period]]);
        }
      }
    }));

  it('a scheme without a finding never meets a number for which it has no band', () =>
    holds(({ ready, facts }) => {
      if (lintScheme(ready.scheme).some(({ code }) => code === 'gap-between-bands' || code === 'gap-between-rows')) return;
      const undecided = scored(ready, facts).conflicts.filter(({ code }) => code === 'score-in-no-band' || code === 'value-in-no-band');
      expect(undecided).toEqual([]);
    }));
});

describe('a scheme that only adds', () => {
  const gain = fc.constantFrom('0.5', '1', '2', '1/3');
  const item = fc.record({ by: gain, cap: fc.constantFrom('2', '5', '10'), monthly: fc.boolean() });
  const schemes = fc.array(item, { minLength: 1, maxLength: 4 }).map(
    (items): ScoringScheme => ({
      format: 'jifen-scheme/1',
      id: 'adding',
      version: 1,
      title: '只加分',
      places: 2,
      year: { startsInMonth: 1 },
      classes: [
        { id: 'a', title: '甲类' },
        { id: 'b', title: '乙类' },
      ],
      score: {
        kind: 'sum',
        id: 'total',
        title: '合计',
        bounds: { atMost: '12' },
        parts: items.map(({ by, cap, monthly }, index) => ({
          kind: 'item',
          id: `i${index}`,
          title: '加分项',
          measure: { kind: 'count' },
          each: [{ kind: 'times', by }],
          caps: monthly ? [{ per: 'month', atMost: '1' }] : [],
          bounds: { atMost: cap },
        })),
      },
    }),
  );

  it('never takes anything for one more entry', () =>
    holds(({ ready, facts }) => {
      const fewer = scored(ready, { ...facts, entries: facts.entries.slice(1), reversals: [] });
      const more = scored(ready, { ...facts, reversals: [] });
      expect(compare(exact(more.total ?? '0'), exact(fewer.total ?? '0'))).toBeGreaterThanOrEqual(0);
    }, withFacts(schemes)));
});
