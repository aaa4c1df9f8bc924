import { compare, dividedBy, type Exact, exact, exactText, minus, rounded, whole, zero } from '../../points/exact.ts';
import type { Result } from '../../result.ts';
import type { Finding } from '../check/finding.ts';
import { type Evaluation, evaluate } from '../engine/evaluate.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { ScoringFacts } from '../language/facts.ts';

/** A count under the scheme in force, and under the draft. */
export type Both = { readonly present: number; readonly draft: number };

/** One member whose total would differ. Numbers are those of the two evaluations. */
export type Affected = {
  readonly member: string;
  readonly present: string;
  readonly draft: string;
  readonly difference: string;
  readonly gradePresent: string | null;
  readonly gradeDraft: string | null;
};

/** What a draft would change for any number of members; tallies of parts add up to the tally of the whole. */
export type Tally = {
  readonly members: number;
  /** Members by their total, in steps of ten: `from` is 80 for 80 up to and without 90. */
  readonly totals: readonly (Both & { readonly from: number })[];
  readonly withoutTotal: Both;
  readonly grades: readonly (Both & { readonly grade: string | null })[];
  /** From which grade to which, unchanged grades included. */
  readonly changes: readonly { readonly from: string | null; readonly to: string | null; readonly count: number }[];
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  /** Members with a conflict, by what it is and in which part. */
  readonly conflicts: readonly (Both & { readonly code: string; readonly node: string | null })[];
  /** Members who could not be scored at all, by the first finding. */
  readonly notScored: readonly (Both & { readonly code: string })[];
  /** The members whose total would change most, at most the number asked for. */
  readonly mostAffected: readonly Affected[];
};

export type Pair = { readonly present: ScoringFacts; readonly draft: ScoringFacts };
export type Schemes = { readonly present: PreparedScheme; readonly draft: PreparedScheme };

export const emptyTally: Tally = {
  members: 0,
  totals: [],
  withoutTotal: { present: 0, draft: 0 },
  grades: [],
  changes: [],
  higher: 0,
  lower: 0,
  same: 0,
  conflicts: [],
  notScored: [],
  mostAffected: [],
};

type Side = keyof Both;
const once = (side: Side): Both => ({ present: side === 'present' ? 1 : 0, draft: side === 'draft' ? 1 : 0 });
const ten = whole(10);
const stepOf = (total: string): number => Number(rounded(dividedBy(exact(total), ten), 0, 'down').numerator) * 10;

function ofSide(side: Side, evaluated: Result<Evaluation, readonly Finding[]>): Tally {
  const count = once(side);
  if (!evaluated.ok) return { ...emptyTally, notScored: [{ code: evaluated.refusal[0]?.code ?? '', ...count }] };
  const { conflicts, total, grade } = evaluated.value;
  const kinds = new Map(conflicts.map(({ code, node = null }) => [JSON.stringify([code, node]), { code, node, ...count }]));
  return {
    ...emptyTally,
    totals: total === null ? [] : [{ from: stepOf(total), ...count }],
    withoutTotal: total === null ? count : emptyTally.withoutTotal,
    grades: [{ grade: grade.id, ...count }],
    conflicts: [...kinds.values()],
  };
}

function difference(member: string, before: Evaluation, after: Evaluation): Partial<Tally> {
  if (before.total === null || after.total === null) return {};
  const by = minus(exact(after.total), exact(before.total));
  const order = compare(by, zero);
  if (order === 0) return { same: 1 };
  const affected: Affected = {
    member,
    present: before.total,
    draft: after.total,
    difference: exactText(by),
    gradePresent: before.grade.id,
    gradeDraft: after.grade.id,
  };
  return { [order > 0 ? 'higher' : 'lower']: 1, mostAffected: [affected] };
}

/** What a draft would change for one member. */
export function tallyOf(schemes: Schemes, pair: Pair, most: number): Tally {
  const present = evaluate(schemes.present, pair.present);
  const draft = evaluate(schemes.draft, pair.draft);
  const sides = mergeTallies(ofSide('present', present), ofSide('draft', draft), most);
  if (!present.ok || !draft.ok) return { ...sides, members: 1 };
  const change = { from: present.value.grade.id, to: draft.value.grade.id, count: 1 };
  return { ...sides, members: 1, changes: [change], ...difference(pair.present.member.id, present.value, draft.value) };
}

const added = (left: Both, right: Both): Both => ({ present: left.present + right.present, draft: left.draft + right.draft });
const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function together<T>(rows: readonly T[], keyOf: (row: T) => string, add: (left: T, right: T) => T): readonly T[] {
  const groups = [...Map.groupBy(rows, keyOf)].toSorted(([left], [right]) => byText(left, right));
  return groups.map(([, group]) => group.reduce(add));
}

const both = <T extends Both>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] =>
  together(rows, keyOf, (left, right) => ({ ...left, ...added(left, right) }));
const size = (text: string): Exact => exact(text.startsWith('-') ? text.slice(1) : text);
const mostFirst = (left: Affected, right: Affected): number =>
  compare(size(right.difference), size(left.difference)) || byText(left.member, right.member);

/** The tally of two groups of members; the order of the groups never matters. */
export function mergeTallies(left: Tally, right: Tally, most: number): Tally {
  return {
    members: left.members + right.members,
    totals: both([...left.totals, ...right.totals], ({ from }) => String(from)).toSorted((one, other) => one.from - other.from),
    withoutTotal: added(left.withoutTotal, right.withoutTotal),
    grades: both([...left.grades, ...right.grades], ({ grade }) => grade ?? ''),
    changes: together(
      [...left.changes, ...right.changes],
      ({ from, to }) => JSON.stringify([from, to]),
      (one, other) => ({ ...one, count: one.count + other.count }),
    ),
    higher: left.higher + right.higher,
    lower: left.lower + right.lower,
    same: left.same + right.same,
    conflicts: both([...left.conflicts, ...right.conflicts], ({ code, node }) => JSON.stringify([code, node])),
    notScored: both([...left.notScored, ...right.notScored], ({ code }) => code),
    mostAffected: [...left.mostAffected, ...right.mostAffected].toSorted(mostFirst).slice(0, most),
  };
}

/** What a draft would change for many members: nobody is ranked, the list names those most affected. */
export function whatIf(schemes: Schemes, pairs: readonly Pair[], most: number): Tally {
  return pairs.reduce((tally, pair) => mergeTallies(tally, tallyOf(schemes, pair, most), most), emptyTally);
}
