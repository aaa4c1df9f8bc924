import fc from 'fast-check';
import { placedNodes } from './engine/prepare.ts';
import type { FactEntry, PledgeFact, ScoringFacts } from './language/facts.ts';
import type { Item } from './language/node.ts';
import type { ScoringScheme } from './language/scoring-scheme.ts';

type Seed = {
  readonly at: number;
  readonly month: number;
  readonly day: number;
  readonly amount: number;
  readonly marked: boolean;
  readonly deed: number;
};
const seed: fc.Arbitrary<Seed> = fc.record({
  at: fc.nat(),
  month: fc.integer({ min: 0, max: 11 }),
  day: fc.integer({ min: 1, max: 28 }),
  amount: fc.integer({ min: 0, max: 500 }),
  marked: fc.boolean(),
  deed: fc.integer({ min: 0, max: 2 }),
});
const two = (count: number): string => String(count).padStart(2, '0');

function entryFor(item: Item, { amount, marked, deed }: Seed): Omit<FactEntry, 'id' | 'item' | 'date'> {
  const option = `o${amount % 3}`;
  const marks = marked ? { marks: ['media'] } : {};
  const decimal = String(amount / 100);
  switch (item.measure.kind) {
    case 'count':
      return { quantity: (amount % 4) + 1, ...marks };
    case 'value':
      return item.measure.usual !== undefined && deed > 0 ? { quantity: deed, ...marks } : { value: decimal, ...marks };
    case 'choice':
      return { choice: option, ...marks };
    case 'level':
      return { level: option, deed: `d${deed}`, ...marks };
    case 'ratio':
      return { value: String(amount % 3), outOf: String((amount % 3) + deed) };
    case 'fulfilment':
      return { pledge: `${item.id}-p${deed % 2}`, choice: option };
    case 'tally':
      return { electorate: marked ? 'members' : 'masses', votes: { o0: amount % 5, o2: deed } };
    default:
      return { electorate: 'members', value: decimal };
  }
}

const pledgesOf = ({ id }: Item, due: readonly string[]): readonly PledgeFact[] =>
  [1, 3].map((weight, index) => ({ id: `${id}-p${index}`, item: id, title: `承诺${index}`, kind: 'common', weight, due }));

/** Facts that the scheme can score: entries of its items, some taken back, some months away. */
export function factsFor(scheme: ScoringScheme): fc.Arbitrary<ScoringFacts> {
  const items = placedNodes(scheme).flatMap(({ node }) =>
    node.kind === 'item' && node.measure.kind !== 'fixed' && node.measure.kind !== 'result' ? [node] : [],
  );
  const first = 2026 * 12 + scheme.year.startsInMonth - 1;
  const monthOf = (index: number) => `${Math.floor((first + index) / 12)}-${two(((first + index) % 12) + 1)}`;
  const months = Array.from({ length: 12 }, (_, index) => monthOf(index));
  return fc
    .record({
      seeds: fc.array(seed, { maxLength: 12 }),
      back: fc.boolean(),
      away: fc.constantFrom<readonly number[]>([], [], [3], [0, 1, 2, 3, 4, 5]),
      standing: fc.constantFrom('full' as const, 'probationary' as const),
      turns: fc.integer({ min: 1, max: 11 }),
    })
    .map(({ seeds, back, away, standing, turns }) => {
      const entries = seeds.flatMap((one, index): readonly FactEntry[] => {
        const item = items[one.at % Math.max(items.length, 1)];
        return item ? [{ id: `e${index}`, item: item.id, date: `${monthOf(one.month)}-${two(one.day)}`, ...entryFor(item, one) }] : [];
      });
      const [taken] = entries;
      return {
        format: 'jifen-facts/1',
        year: 2026,
        member: {
          id: 'm',
          standing,
          classes: [
            { class: 'a', from: '2020-01-01' },
            { class: 'b', from: `${monthOf(turns)}-15` },
          ],
          away: away.map(monthOf),
          exempt: away.slice(1).map(monthOf),
        },
        entries,
        pledges: items.filter(({ measure }) => measure.kind === 'fulfilment').flatMap((item) => pledgesOf(item, months)),
        ceilings: Object.fromEntries(
          (scheme.plans ?? []).map(({ id }) => [
            id,
            Object.fromEntries(months.map((month, index) => [month, index % 3 === 0 ? '5' : '6'])),
          ]),
        ),
        reversals: back && taken ? [{ id: 'r1', reverses: taken.id }] : [],
      };
    });
}
