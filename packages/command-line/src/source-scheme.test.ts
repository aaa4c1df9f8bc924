import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseScheme } from '@jifen/contracts/schemes';
import {
  type Carried,
  carriedAfter,
  type Entry,
  evaluate,
  evaluateMonth,
  evaluateYear,
  type FactEntry,
  formatPoints,
  gradeFor,
  type MonthLine,
  memberId,
  nothingCarried,
  type Pledge,
  type PreparedScheme,
  period,
  pledgesDueIn,
  points,
  pointsFromHundredths,
  prepareScheme,
  type ScoringFacts,
  scalePoints,
  sourceScheme,
  type YearMonth,
} from '@jifen/domain';
import fc from 'fast-check';
import { readJson } from './read-json.ts';

const member = memberId('member-0001');
const scheme = sourceScheme('village-community');
const { base, reward } = scheme.components;
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const ceilings = months.map((_, index) => points(index < 10 ? 6 : 5));

function theSchemeFile(): PreparedScheme {
  const read = readJson(join(import.meta.dirname, '../../domain/schemes/source-village-community/scheme.json'));
  const parsed = read.ok ? parseScheme(read.value) : read;
  const ready = parsed.ok ? prepareScheme(parsed.value) : null;
  if (!ready?.ok) throw new Error('the source’s scheme file cannot be used');
  return ready.value;
}
const ready = theSchemeFile();

type Event = { readonly item: string; readonly times: number };
type Claim = MonthLine['task'];
type Month = { readonly base: readonly Event[]; readonly claim: Claim; readonly reward: readonly Event[] };
type Year = { readonly pledges: readonly Pledge[]; readonly months: readonly Month[]; readonly activeMonths: number };

const events = (items: readonly { readonly id: string }[]) =>
  fc.array(fc.record({ item: fc.constantFrom(...items.map(({ id }) => id)), times: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 });
const rate = fc.constantFrom('done', 'partly-done', 'not-done');
const pledge = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  due: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
});

const year: fc.Arbitrary<Year> = fc
  .record({
    pledges: fc.array(pledge, { maxLength: 4 }),
    rates: fc.array(rate, { minLength: 48, maxLength: 48 }),
    kinds: fc.array(fc.constantFrom('regular', 'decided', 'not-applied'), { minLength: 12, maxLength: 12 }),
    percent: fc.integer({ min: 0, max: 100 }),
    decided: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 12 }),
    base: fc.array(events(base.items), { minLength: 12, maxLength: 12 }),
    reward: fc.array(events(reward.items), { minLength: 12, maxLength: 12 }),
    activeMonths: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ pledges: given, rates, kinds, percent, decided, base: taken, reward: added, activeMonths }) => {
    const pledges = given.map(
      ({ weight, due }, index): Pledge => ({ id: `p${index}`, memberId: member, kind: 'common', dueMonths: due, weight }),
    );
    const claimOf = (index: number): Claim => {
      if (kinds[index] === 'not-applied') return { kind: 'not-applied' };
      if (kinds[index] === 'decided') return { kind: 'decided', amount: pointsFromHundredths(decided[index] ?? 0) };
      const due = pledgesDueIn(index + 1, pledges);
      if (due.length === 0) return { kind: 'stated-progress', percent };
      return { kind: 'fulfilments', fulfilments: due.map(({ id }, at) => ({ pledgeId: id, rate: rates[index * 4 + at] ?? 'done' })) };
    };
    return {
      pledges,
      activeMonths,
      months: months.map((_, index) => ({ base: taken[index] ?? [], claim: claimOf(index), reward: added[index] ?? [] })),
    };
  });

function entriesOf(items: typeof base.items, happened: readonly Event[]): readonly Entry[] {
  return happened.map(({ item, times }) => {
    const amount = items.find(({ id }) => id === item)?.amount ?? points(0);
    return { item, amount: scalePoints(amount, times, 1), evidence: '支部记录' };
  });
}

function factEntries({ months: happened, activeMonths }: Year): readonly FactEntry[] {
  return happened.slice(0, activeMonths).flatMap((month, index) => {
    const date = `${months[index]}-15`;
    const events = [...month.base, ...month.reward].map(({ item, times }) => ({ item, date, quantity: times, evidence: '支部记录' }));
    const { claim } = month;
    const task =
      claim.kind === 'fulfilments'
        ? claim.fulfilments.map(({ pledgeId, rate: choice }) => ({ item: 'pledges', date, pledge: pledgeId, choice }))
        : claim.kind === 'stated-progress'
          ? [{ item: 'stated-progress', date, value: String(claim.percent) }]
          : claim.kind === 'decided'
            ? [{ item: 'decided', date, value: formatPoints(claim.amount) }]
            : [];
    return [...events, ...task].map((entry, at) => ({ id: `${index}-${at}`, ...entry }));
  });
}

function factsOf(happened: Year, until?: string): ScoringFacts {
  return {
    format: 'jifen-facts/1',
    year: 2026,
    ...(until === undefined ? {} : { until }),
    member: {
      id: member,
      standing: 'full',
      classes: [{ class: 'in-post', from: '2020-01-01' }],
      away: months.slice(happened.activeMonths),
    },
    entries: factEntries(happened),
    pledges: happened.pledges.map(({ id, kind, weight, dueMonths }) => ({
      id,
      item: 'pledges',
      title: id,
      kind,
      weight,
      due: dueMonths.map((month) => months[month - 1] ?? ''),
    })),
    ceilings: { task: Object.fromEntries(months.map((month, index) => [month, formatPoints(ceilings[index] ?? points(0))])) },
  };
}

function sheetsOf(happened: Year) {
  let carried: Carried = nothingCarried;
  return happened.months.slice(0, happened.activeMonths).map((month, index) => {
    const line = {
      memberId: member,
      base: entriesOf(base.items, month.base),
      task: month.claim,
      reward: entriesOf(reward.items, month.reward),
    };
    const pledgesDue = pledgesDueIn(index + 1, happened.pledges);
    const ceiling = ceilings[index] ?? points(0);
    const sheet = evaluateMonth({ scheme, period: period(months[index] ?? ''), ceiling, pledgesDue, line, carried });
    carried = carriedAfter(carried, sheet);
    return sheet;
  });
}

const evaluated = (facts: ScoringFacts) => {
  const result = evaluate(ready, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const runs = { numRuns: 1000 };

describe('the source’s scheme as a file and as the code of today', () => {
  it('give the same points in every month, and the same year so far', () => {
    fc.assert(
      fc.property(year, (happened) => {
        const sheets = sheetsOf(happened);
        const last = sheets.at(-1);
        const { components, total } = evaluated(factsOf(happened, months[happened.activeMonths - 1]));
        expect(sheets.map(({ task, applied }) => (applied ? formatPoints(task) : null))).toEqual(
          months.slice(0, happened.activeMonths).map((month) => components['task-month']?.[month] ?? null),
        );
        expect([components.base, components.reward, components.honour].map((one) => one?.['2026'])).toEqual(
          [last?.yearToDate.baseBalance, last?.yearToDate.reward, last?.yearToDate.honour].map((one) => formatPoints(one ?? points(0))),
        );
        expect(total).toBe(formatPoints(last?.yearToDate.total ?? points(0)));
      }),
      runs,
    );
  });

  it('give the same components, total and grade at the year’s end', () => {
    fc.assert(
      fc.property(year, (happened) => {
        const sheets = sheetsOf(happened);
        const ofMonth = (ceiling: YearMonth['ceiling'], index: number): YearMonth => {
          const sheet = sheets[index];
          const balances = { base: points(0), task: points(0), reward: points(0), honour: points(0) };
          return { ceiling, active: index < happened.activeMonths, balances: sheet ?? balances };
        };
        const then = evaluateYear({ scheme, months: ceilings.map(ofMonth), vetoes: [] });
        const now = evaluated(factsOf(happened));
        const named = Object.fromEntries(['base', 'task', 'reward', 'honour'].map((name) => [name, now.components[name]?.['2026'] ?? '0']));
        expect(named).toEqual(Object.fromEntries(Object.entries(then.components).map(([name, amount]) => [name, formatPoints(amount)])));
        expect([now.total, now.grade.id]).toEqual([formatPoints(then.total), gradeFor(then)]);
      }),
      runs,
    );
  });
});
