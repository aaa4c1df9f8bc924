import type { FactEntry, ScoringFacts } from './language/facts.ts';
import type { Item, SchemeNode } from './language/node.ts';
import type { Grading, ScoringScheme } from './language/scoring-scheme.ts';

/** An item that is counted, one point each. */
export const aCount = (id: string, own: Partial<Item> = {}): Item => ({
  kind: 'item',
  id,
  title: `${id}项`,
  measure: { kind: 'count' },
  ...own,
});

/** An item whose entries state a number. */
export const aValue = (id: string, range = '[0,100]', own: Partial<Item> = {}): Item =>
  aCount(id, { measure: { kind: 'value', unit: '分', range, together: 'sum' }, ...own });

export const aSum = (id: string, parts: readonly SchemeNode[], own: Partial<SchemeNode> = {}): SchemeNode =>
  ({ kind: 'sum', id, title: `${id}合计`, parts, ...own }) as SchemeNode;

/** A part that is scored each month and summed over the year. */
export const monthly = (part: SchemeNode, own: object = {}): SchemeNode => ({
  kind: 'over-periods',
  id: 'year',
  title: '全年',
  each: 'month',
  by: { kind: 'sum' },
  part,
  ...own,
});

/** A scheme around a tree of parts. */
export const aScoringScheme = (score: SchemeNode, own: Partial<ScoringScheme> = {}): ScoringScheme => ({
  format: 'jifen-scheme/1',
  id: 'example',
  version: 1,
  title: '例',
  places: 2,
  year: { startsInMonth: 1 },
  score,
  ...own,
});

/** Entries with ids e1, e2, …, in March unless they say otherwise. */
export const someFacts = (entries: readonly Partial<FactEntry>[] = [], own: Partial<ScoringFacts> = {}): ScoringFacts => ({
  format: 'jifen-facts/1',
  year: 2026,
  member: { id: 'm', standing: 'full' },
  entries: entries.map((entry, index) => ({ id: `e${index + 1}`, item: 'a', date: '2026-03-08', ...entry })),
  ...own,
});

/** Two grades, the better one from an edge on. */
export const twoGrades = (edge: number | string): Grading => ({
  of: 'total',
  grades: [
    { id: 'good', title: '优秀' },
    { id: 'fair', title: '合格' },
  ],
  tables: [
    {
      bands: [
        { grade: 'good', in: `[${edge},)` },
        { grade: 'fair', in: `(,${edge})` },
      ],
    },
  ],
});
