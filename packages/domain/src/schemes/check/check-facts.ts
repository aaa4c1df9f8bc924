import { parseResult } from '../../points/exact.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import { monthsIn, type Window, yearWindow } from '../engine/window.ts';
import type { Reversal, ScoringFacts } from '../language/facts.ts';
import { checkEntry } from './check-entry.ts';
import { checkCeilings, checkPledgeFacts } from './check-plan.ts';
import { conditionsOf, simple } from './check-references.ts';
import { takesEntries } from './check-scheme.ts';
import { checkCount, checkDate, checkMonth } from './check-statement.ts';
import { error, type Finding } from './finding.ts';

/** A value may differ by class in every month in which the member took part. */
function withoutClass({ member: { classes = [], away = [] }, until }: ScoringFacts, year: Window): boolean {
  const first = monthsIn(year).find((month) => !away.includes(month) && (until === undefined || month <= until));
  return first !== undefined && classes.every(({ from }) => from.slice(0, 7) > first);
}

function checkMember({ scheme }: PreparedScheme, facts: ScoringFacts, year: Window): readonly Finding[] {
  const { member, until } = facts;
  const classes = new Set(scheme.classes?.map(({ id }) => id));
  const assigned = member.classes ?? [];
  return [
    ...(until === undefined ? [] : checkMonth(until, year, '/until')),
    ...(classes.size > 0 && withoutClass(facts, year) ? [error('class-not-assigned', '/member/classes')] : []),
    ...assigned.flatMap((one, index) => [
      ...(classes.has(one.class) ? [] : [error('unknown-class', `/member/classes/${index}/class`, { text: one.class })]),
      ...checkDate(one.from, null, `/member/classes/${index}/from`),
      ...(assigned.findIndex(({ from }) => from === one.from) === index
        ? []
        : [error('class-assigned-twice', `/member/classes/${index}/from`, { from: one.from })]),
    ]),
    ...(member.away ?? []).flatMap((month, index) => checkMonth(month, year, `/member/away/${index}`)),
    ...(member.exempt ?? []).flatMap((month, index) => checkMonth(month, year, `/member/exempt/${index}`)),
  ];
}

function checkEntries(ready: PreparedScheme, facts: ScoringFacts, year: Window): readonly Finding[] {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  facts.entries.forEach((entry, index) => {
    const path = `/entries/${index}`;
    if (ids.has(entry.id)) findings.push(error('id-used-twice', `${path}/id`, { id: entry.id }));
    ids.add(entry.id);
    const item = ready.nodes.get(entry.item)?.node;
    const dated = checkDate(entry.date, year, `${path}/date`);
    findings.push(...dated);
    if (item?.kind !== 'item' || !takesEntries(item)) findings.push(error('unknown-item', `${path}/item`, { text: entry.item }));
    else findings.push(...checkEntry(ready, facts, item, entry, path));
  });
  return findings;
}

/** The reversals that never lead to an entry; each is visited once. */
function endless(byId: ReadonlyMap<string, Reversal>): ReadonlySet<string> {
  const ends = new Map<string, boolean>();
  for (const start of byId.values()) {
    const followed = new Set<string>();
    let one: Reversal | undefined = start;
    for (; one && !ends.has(one.id) && !followed.has(one.id); one = byId.get(one.reverses)) followed.add(one.id);
    const comes = one === undefined || ends.get(one.id) === true;
    for (const id of followed) ends.set(id, comes);
  }
  return new Set([...ends].flatMap(([id, comes]) => (comes ? [] : [id])));
}

function checkReversals({ entries, reversals = [] }: ScoringFacts): readonly Finding[] {
  const byId = new Map(reversals.map((one) => [one.id, one]));
  const known = new Set([...entries.map(({ id }) => id), ...byId.keys()]);
  const taken = new Set<string>();
  const entryIds = new Set(entries.map(({ id }) => id));
  const circular = endless(byId);
  return reversals.flatMap((one, index) => {
    const path = `/reversals/${index}`;
    const twice = taken.has(one.reverses);
    taken.add(one.reverses);
    return [
      ...(entryIds.has(one.id) || byId.get(one.id) !== one ? [error('id-used-twice', `${path}/id`, { id: one.id })] : []),
      ...(known.has(one.reverses) ? [] : [error('unknown-entry', `${path}/reverses`, { text: one.reverses })]),
      ...(twice ? [error('reversed-twice', `${path}/reverses`, { text: one.reverses })] : []),
      ...(circular.has(one.id) ? [error('circular-reversal', path, { id: one.id })] : []),
    ];
  });
}

function checkDecisions(ready: PreparedScheme, { decisions = [] }: ScoringFacts, year: Window): readonly Finding[] {
  if (decisions.length === 0) return [];
  const asked = conditionsOf(ready.scheme, ready.nodes).flatMap(({ condition, path }) => simple(condition, path));
  const known = new Set(asked.flatMap(({ condition }) => (condition.kind === 'decision' ? [condition.decision] : [])));
  return decisions.flatMap((one, index) => [
    ...(known.has(one.decision) ? [] : [error('unknown-decision', `/decisions/${index}/decision`, { text: one.decision })]),
    ...checkDate(one.date, year, `/decisions/${index}/date`),
    ...(one.document === '' ? [error('statement-missing', `/decisions/${index}`, { statement: 'document' })] : []),
  ]);
}

function checkEarlier({ earlier = [], year }: ScoringFacts): readonly Finding[] {
  const seen = new Set<number>();
  return earlier.flatMap((one, index) => {
    const twice = seen.has(one.year);
    seen.add(one.year);
    const numbers = Object.entries(one.components).flatMap(([node, periods]) =>
      Object.entries(periods).flatMap(([period, text]) =>
        text === null || parseResult(text) ? [] : [error('not-a-number', `/earlier/${index}/components/${node}/${period}`, { text })],
      ),
    );
    return [
      ...(twice ? [error('id-used-twice', `/earlier/${index}/year`, { id: String(one.year) })] : []),
      ...(one.year < year ? [] : [error('date-outside-year', `/earlier/${index}/year`, { text: String(one.year) })]),
      ...numbers,
    ];
  });
}

const under = (path: string, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, count]) => [`${path}/${name}`, count] as const);
const strangers = (counts: Readonly<Record<string, number>>, known: ReadonlySet<string>) =>
  Object.keys(counts).filter((name) => !known.has(name));

/** The grades that the branch has given, and its places, for grades and quotas of the scheme. */
function checkBranch({ scheme }: PreparedScheme, { branch }: ScoringFacts): readonly Finding[] {
  if (!branch) return [];
  const { graded, grades, places = {} } = branch;
  const counts = [['/branch/graded', graded] as const, ...under('/branch/grades', grades), ...under('/branch/places', places)];
  const grade = new Set(scheme.grading?.grades.map(({ id }) => id));
  const quota = new Set(scheme.quotas?.map(({ id }) => id));
  return [
    ...counts.flatMap(([path, count]) => checkCount(count, 0, path)),
    ...strangers(grades, grade).map((text) => error('unknown-grade', `/branch/grades/${text}`, { text })),
    ...strangers(places, quota).map((text) => error('unknown-option', `/branch/places/${text}`, { text })),
  ];
}

/** The errors that prevent scoring these facts; nothing is guessed. */
export function checkFacts(ready: PreparedScheme, facts: ScoringFacts): readonly Finding[] {
  if (!Number.isSafeInteger(facts.year) || facts.year < 1000 || facts.year > 9998) {
    return [error('out-of-range', '/year', { value: String(facts.year), range: '[1000,9998]' })];
  }
  const year = yearWindow(facts.year, ready.scheme.year.startsInMonth);
  const member = checkMember(ready, facts, year);
  return [
    ...member,
    ...checkEntries(ready, facts, year),
    ...checkReversals(facts),
    ...checkPledgeFacts(ready, facts, year),
    ...(member.length > 0 ? [] : checkCeilings(ready, facts, year)),
    ...checkDecisions(ready, facts, year),
    ...checkEarlier(facts),
    ...checkBranch(ready, facts),
  ];
}
