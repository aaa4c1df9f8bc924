import { compare, type Exact, zero } from '../../points/exact.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import { lies } from '../language/interval.ts';
import type { Measure } from '../language/measure.ts';
import type { Item } from '../language/node.ts';
import { checkCount, checkNumber } from './check-statement.ts';
import { error, type Finding } from './finding.ts';

const statements = ['quantity', 'value', 'outOf', 'choice', 'level', 'deed', 'pledge', 'electorate', 'votes'] as const;
type Statement = (typeof statements)[number];

type Needs = { readonly must: readonly Statement[]; readonly may: readonly Statement[] };
const needsOf: Readonly<Record<Measure['kind'], Needs>> = {
  fixed: { must: [], may: [] },
  result: { must: [], may: [] },
  count: { must: [], may: ['quantity', 'deed'] },
  value: { must: ['value'], may: ['deed'] },
  choice: { must: ['choice'], may: [] },
  level: { must: ['level'], may: ['deed'] },
  ratio: { must: ['value', 'outOf'], may: [] },
  fulfilment: { must: ['pledge', 'choice'], may: [] },
  tally: { must: ['electorate', 'votes'], may: [] },
  ratings: { must: ['electorate', 'value'], may: [] },
};

/** An item with a usual worth may be entered by an amount or by a count. */
function needs(measure: Measure, entry: FactEntry): Needs {
  if (measure.kind !== 'value' || measure.usual === undefined) return needsOf[measure.kind];
  return { must: [], may: entry.value === undefined ? ['quantity', 'deed'] : ['value', 'deed'] };
}

function named(options: readonly { readonly id: string }[], name: string | undefined, path: string): readonly Finding[] {
  return name === undefined || options.some(({ id }) => id === name) ? [] : [error('unknown-option', path, { text: name })];
}

function votes({ options }: Extract<Measure, { kind: 'tally' }>, entry: FactEntry, path: string): readonly Finding[] {
  return Object.entries(entry.votes ?? {}).flatMap(([option, count]) => [
    ...named(options, option, `${path}/votes/${option}`),
    ...checkCount(count, 0, `${path}/votes/${option}`),
  ]);
}

function options(measure: Measure, entry: FactEntry, path: string): readonly Finding[] {
  switch (measure.kind) {
    case 'choice':
      return named(measure.options, entry.choice, `${path}/choice`);
    case 'level':
      return named(measure.levels, entry.level, `${path}/level`);
    case 'fulfilment':
      return named(measure.rates, entry.choice, `${path}/choice`);
    case 'tally':
      return votes(measure, entry, path);
    default:
      return [];
  }
}

function electorate(measure: Measure, { electorate: name }: FactEntry, path: string): readonly Finding[] {
  const known = name === undefined || !('electorates' in measure) || measure.electorates.some(({ id }) => id === name);
  return known ? [] : [error('unknown-electorate', `${path}/electorate`, { text: name })];
}

function numbers({ scheme, interval }: PreparedScheme, measure: Measure, entry: FactEntry, path: string): readonly Finding[] {
  const findings: Finding[] = [];
  const range = measure.kind === 'value' || measure.kind === 'ratings' ? measure.range : undefined;
  const read = (text: string | undefined, at: string): Exact | null => {
    if (text === undefined) return null;
    const { value, findings: wrong } = checkNumber(text, scheme.places, at);
    findings.push(...wrong);
    return value;
  };
  const value = read(entry.value, `${path}/value`);
  const outOf = read(entry.outOf, `${path}/outOf`);
  if (value && range !== undefined && !lies(value, interval(range))) {
    findings.push(error('out-of-range', `${path}/value`, { value: entry.value ?? '', range }));
  }
  if (value && outOf && (compare(value, zero) < 0 || compare(value, outOf) > 0)) {
    findings.push(error('out-of-range', `${path}/value`, { value: entry.value ?? '', range: `[0,${entry.outOf}]` }));
  }
  if (entry.quantity !== undefined) findings.push(...checkCount(entry.quantity, 1, `${path}/quantity`));
  return findings;
}

function pledge(facts: ScoringFacts, item: Item, entry: FactEntry, path: string): readonly Finding[] {
  if (item.measure.kind !== 'fulfilment' || entry.pledge === undefined) return [];
  const due = facts.pledges?.some(
    ({ id, item: of, due: months }) => id === entry.pledge && of === item.id && months.includes(entry.date.slice(0, 7)),
  );
  return due ? [] : [error('unknown-pledge', `${path}/pledge`, { text: entry.pledge })];
}

function required({ requires = [] }: Item, entry: FactEntry, path: string): readonly Finding[] {
  const given = { evidence: entry.evidence, reason: entry.reason, 'second-person': entry.secondPerson };
  return requires.filter((what) => !given[what]).map((what) => error('statement-missing', path, { statement: what }));
}

/** Whether an entry states what its item needs, no more and no less, in the right unit. */
export function checkEntry(ready: PreparedScheme, facts: ScoringFacts, item: Item, entry: FactEntry, path: string): readonly Finding[] {
  const { must, may } = needs(item.measure, entry);
  const shape = statements.flatMap((statement) => {
    const given = entry[statement] !== undefined;
    if (given && !must.includes(statement) && !may.includes(statement))
      return [error('wrong-statement', `${path}/${statement}`, { statement })];
    return !given && must.includes(statement) ? [error('statement-missing', path, { statement })] : [];
  });
  const { measure } = item;
  return [
    ...shape,
    ...options(measure, entry, path),
    ...electorate(measure, entry, path),
    ...numbers(ready, measure, entry, path),
    ...pledge(facts, item, entry, path),
    ...required(item, entry, path),
  ];
}
