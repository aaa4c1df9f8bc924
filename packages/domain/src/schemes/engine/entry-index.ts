import { compare, type Exact } from '../../points/exact.ts';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { SameDeed } from '../language/scoring-scheme.ts';
import { firstDay, lastDay, type Window } from './window.ts';

const none: readonly FactEntry[] = [];

const byDate = (left: FactEntry, right: FactEntry): number =>
  left.date === right.date ? (left.id < right.id ? -1 : 1) : left.date < right.date ? -1 : 1;

/** The ids of everything reversed; reversing a reversal restores the original. */
function takenBack({ reversals = [] }: ScoringFacts): ReadonlySet<string> {
  const reversedBy = new Map(reversals.map(({ id, reverses }) => [reverses, id]));
  const stands = new Map<string, boolean>();
  for (const start of reversedBy.keys()) {
    const chain: string[] = [];
    let id: string | undefined = start;
    for (; id !== undefined && !stands.has(id); id = reversedBy.get(id)) chain.push(id);
    let last = id === undefined ? false : stands.get(id) === true;
    for (const one of chain.toReversed()) {
      last = !last;
      stands.set(one, last);
    }
  }
  return new Set([...stands].flatMap(([id, standing]) => (standing ? [] : [id])));
}

type Counting = {
  readonly counts: (entry: FactEntry) => boolean;
  readonly sameDeed: readonly SameDeed[];
  /** The worth of the level in an entry; 0 without one. */
  readonly levelOf: (entry: FactEntry) => Exact;
};

/** An entry that does not count because its deed counts under a higher item, or at a higher level. */
export type SetAside = { readonly entry: string; readonly counts: string };

function lowerOfSameDeed(entries: readonly FactEntry[], { sameDeed: rules, levelOf }: Counting): readonly SetAside[] {
  return rules.flatMap(({ items }) => {
    const best = new Map<string, FactEntry>();
    const rank = ({ item }: FactEntry) => items.indexOf(item);
    const concerned = entries.filter((entry) => entry.deed !== undefined && rank(entry) >= 0).toSorted(byDate);
    for (const entry of concerned) {
      const found = best.get(entry.deed ?? '');
      const isHigher = (one: FactEntry) => rank(entry) === rank(one) && compare(levelOf(entry), levelOf(one)) > 0;
      if (!found || rank(entry) < rank(found) || isHigher(found)) best.set(entry.deed ?? '', entry);
    }
    return concerned.flatMap((entry) => {
      const counts = best.get(entry.deed ?? '');
      return counts && counts !== entry ? [{ entry: entry.id, counts: counts.id }] : [];
    });
  });
}

export type EntryIndex = {
  readonly entriesIn: (item: string, window: Window) => readonly FactEntry[];
  readonly setAside: readonly SetAside[];
};

/** Readings A13, A20: the entries that count, by item and day, whatever their order. */
export function entryIndex(facts: ScoringFacts, counting: Counting): EntryIndex {
  const gone = takenBack(facts);
  const standing = facts.entries.filter((entry) => !gone.has(entry.id) && counting.counts(entry));
  const setAside = lowerOfSameDeed(standing, counting);
  const aside = new Set(setAside.map(({ entry }) => entry));
  const byItem = Map.groupBy(standing.filter(({ id }) => !aside.has(id)).toSorted(byDate), ({ item }) => item);
  return {
    setAside,
    entriesIn: (item, window) => {
      const list = byItem.get(item);
      if (!list) return none;
      const [from, to] = [firstDay(window), lastDay(window)];
      return list.filter(({ date }) => date >= from && date <= to);
    },
  };
}
