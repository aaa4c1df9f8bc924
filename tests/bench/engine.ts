import { readFileSync } from 'node:fs';
import { scoringScheme } from '@jifen/contracts/schemes';
import { evaluate, type FactEntry, type PreparedScheme, prepareScheme, type ScoringFacts } from '@jifen/domain';
import { atMost, plainly, type Row } from './rows.ts';

const file = new URL('../../packages/domain/schemes/source-village-community/scheme.json', import.meta.url);
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const ceilings = { task: Object.fromEntries(months.map((month, index) => [month, index < 10 ? '6' : '5'])) };
const pledges = ['p1', 'p2', 'p3'].map((id, index) => ({
  id,
  item: 'pledges',
  title: '承诺',
  kind: 'common',
  weight: index + 1,
  due: months,
}));
const rates = ['done', 'done', 'partly-done', 'not-done'];
const counted = ['unexcused-absence', 'late-dues', 'study-not-completed', 'village-rule-failing', 'commendation-below-county'];
const members = 6_000;
const batch = 100;

/** The source's own scheme, checked once, as a county would use it. */
function scheme(): PreparedScheme {
  const ready = prepareScheme(scoringScheme.parse(JSON.parse(readFileSync(file, 'utf8'))));
  if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
  return ready.value;
}

/** Ten entries of one member's month: how three pledges were kept, six things that happened, one honour in twelve. */
function entriesOf(member: number, month: string): readonly FactEntry[] {
  const kept = pledges.map(({ id }, index) => ({ item: 'pledges', pledge: id, choice: rates[(member + index) % rates.length] ?? '' }));
  const happened = Array.from({ length: 6 }, (_, index) => ({
    item: counted[(member + index) % counted.length] ?? '',
    evidence: '支部记录',
  }));
  const honour =
    month === months[member % 12]
      ? { item: 'county-level', value: '0.5', evidence: '表彰决定' }
      : { item: 'away-without-contact', quantity: 1 };
  return [...kept, ...happened, honour].map((entry, index) => ({ id: `${month}-${index}`, date: `${month}-${10 + index}`, ...entry }));
}

function factsOf(member: number): ScoringFacts {
  const classes = [{ class: 'in-post', from: '2020-01-01' }];
  const entries = months.flatMap((month) => entriesOf(member, month));
  return { format: 'jifen-facts/1', year: 2026, member: { id: `member-${member}`, standing: 'full', classes }, entries, pledges, ceilings };
}

/** Seconds of scoring, without the time to make up the facts; traces are dropped, as after writing them. */
function secondsFor(ready: PreparedScheme, count: number): number {
  let ms = 0;
  for (let from = 0; from < count; from += batch) {
    const facts = Array.from({ length: batch }, (_, index) => factsOf(from + index));
    const begun = performance.now();
    for (const one of facts) {
      const result = evaluate(ready, one);
      if (!result.ok || result.value.total === null || result.value.trace.length === 0)
        throw new Error(JSON.stringify(result.ok ? result.value.conflicts : result.refusal));
    }
    ms += performance.now() - begun;
  }
  return ms / 1000;
}

/** The rule engine alone, in this process: a year of a county, and a tenth of it. */
export function measureEngine(): readonly Row[] {
  const ready = scheme();
  secondsFor(ready, batch);
  const tenth = secondsFor(ready, members / 10);
  const all = secondsFor(ready, members);
  return [
    atMost('rule engine alone, 6,000 members × 12 months × 10 entries, with trace, one core', all, 5, 's'),
    plainly('  of it for each entry', (all * 1e6) / (members * 120), 'µs'),
    atMost('rule engine, linear in entries: an entry of 720,000 ÷ one of 72,000', all / 10 / tenth, 1.5, '×'),
  ];
}
