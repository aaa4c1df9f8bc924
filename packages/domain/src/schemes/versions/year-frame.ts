import { monthOf, type Period } from '../../calendar/period.ts';
import { childrenOf, type Placed, placedNodes } from '../engine/prepare.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { canonicalText } from '../same.ts';

/** The sections of a scheme beside its parts that hold for a whole year. */
export const yearSections = ['places', 'year', 'classes', 'plans', 'pledges', 'grading', 'lists', 'quotas'] as const;
export type YearSection = (typeof yearSections)[number];

/** Where two schemes differ in what holds for a year: parts by their titles, and other sections. */
export type YearDifferences = { readonly parts: readonly string[]; readonly sections: readonly YearSection[] };

const wording = ['title', 'clause', 'sample'];
const entered = ['count', 'value', 'choice', 'level'];

/** An item that people enter into a sum: such a table may change from one month to the next. */
const inTable = ({ node, parent }: Placed): boolean =>
  node.kind === 'item' && entered.includes(node.measure.kind) && parent?.node.kind === 'sum';

/** A part without its subparts, of which only the names remain. */
function frameOf(node: SchemeNode, table: ReadonlySet<string>): string {
  const parts = childrenOf(node, '')
    .map((child) => child.node.id)
    .filter((id) => !table.has(id));
  const weights = node.kind === 'weighted' ? node.parts.map(({ weight, part }) => [part.id, weight]) : [];
  const { parts: _parts, part: _part, otherwise: _otherwise, ...own } = node as unknown as Record<string, unknown>;
  return canonicalText({ ...own, weights, below: node.kind === 'sum' ? parts.toSorted() : parts }, wording);
}

function framesOf(scheme: ScoringScheme): Map<string, { title: string; text: string }> {
  const placed = placedNodes(scheme);
  const table = new Set(placed.filter(inTable).map(({ node }) => node.id));
  const fixed = placed.filter((one) => !inTable(one));
  return new Map(fixed.map(({ node }) => [node.id, { title: node.title, text: frameOf(node, table) }]));
}

/** Where another scheme differs in what a year's plan depends on: its parts and band edges; null where only words and item tables do. */
export function yearDifferences(ofYear: ScoringScheme, other: ScoringScheme): YearDifferences | null {
  const [there, here] = [framesOf(ofYear), framesOf(other)];
  const ids = [...new Set([...there.keys(), ...here.keys()])].filter((id) => there.get(id)?.text !== here.get(id)?.text);
  const parts = ids.map((id) => (here.get(id) ?? there.get(id))?.title ?? id);
  const sections = yearSections.filter((name) => canonicalText(ofYear[name] ?? [], wording) !== canonicalText(other[name] ?? [], wording));
  return parts.length === 0 && sections.length === 0 ? null : { parts, sections };
}

/** From which month a scheme counts. */
export type Begins = { readonly from: Period; readonly scheme: ScoringScheme };

/** The first of several consecutive schemes that would change the year's rules within a year. */
export function changeWithinYear(before: ScoringScheme, following: readonly Begins[]): (Begins & YearDifferences) | null {
  let ofYear = before;
  for (const begins of following.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const differences = monthOf(begins.from) === 1 ? null : yearDifferences(ofYear, begins.scheme);
    if (differences) return { ...begins, ...differences };
    ofYear = begins.scheme;
  }
  return null;
}
