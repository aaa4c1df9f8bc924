import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Evaluation, evaluate, type PreparedScheme, prepareScheme } from '@jifen/domain';
import { z } from 'zod';
import { parseFacts, parseScheme } from './parse-file.ts';
import { readJson } from './read-json.ts';

const library = join(import.meta.dirname, '../../domain/schemes');
const figures = z.record(z.string(), z.record(z.string(), z.string().nullable()));
const expectation = z.strictObject({
  total: z.string().nullable().optional(),
  computed: z.string().optional(),
  grade: z.string().nullable().optional(),
  byPoints: z.string().nullable().optional(),
  basis: z.string().optional(),
  components: figures.optional(),
  lists: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  ladders: z.record(z.string(), z.string().nullable()).optional(),
  proposals: z.array(z.string()).optional(),
  conflicts: z.array(z.string()).optional(),
  setAside: z.array(z.string()).optional(),
  findings: z.array(z.object({ code: z.string(), path: z.string() })).optional(),
});
const examples = z.array(z.strictObject({ name: z.string(), facts: z.unknown(), expect: expectation }));
type Expected = z.infer<typeof expectation>;

function read(scheme: string, file: string): unknown {
  const found = readJson(join(library, scheme, file));
  if (!found.ok) throw new Error(`${scheme}/${file}: ${JSON.stringify(found.reasons)}`);
  return found.value;
}

function prepared(name: string): PreparedScheme {
  const parsed = parseScheme(read(name, 'scheme.json'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.reasons)}`);
  const ready = prepareScheme(parsed.value);
  if (!ready.ok) throw new Error(`${name}: ${JSON.stringify(ready.refusal)}`);
  return ready.value;
}

/** What came out, reduced to what the example speaks of. */
function said(result: Evaluation, expected: Expected): Expected {
  const components = Object.fromEntries(
    Object.entries(expected.components ?? {}).map(([node, periods]) => [
      node,
      Object.fromEntries(Object.keys(periods).map((period) => [period, result.components[node]?.[period] ?? null])),
    ]),
  );
  const lists: Record<string, Record<string, string | null>> = {};
  for (const { list, period, band } of result.lists) lists[list] = { ...lists[list], [period]: band };
  const all: Expected = {
    total: result.total,
    computed: result.computed ?? '',
    grade: result.grade.id,
    byPoints: result.grade.byPoints,
    basis: result.grade.basis,
    components,
    lists,
    ladders: Object.fromEntries(result.ladders.map(({ ladder, rung }) => [ladder, rung])),
    proposals: [...result.proposals],
    conflicts: result.conflicts.map(({ code }) => code),
    setAside: result.setAside.map(({ entry }) => entry),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}

describe.each(readdirSync(library).toSorted())('scheme %s', (name) => {
  const ready = prepared(name);

  it.each(examples.parse(read(name, 'examples.json')))('$name', ({ facts, expect: expected }) => {
    const parsed = parseFacts(facts);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
    const result = evaluate(ready, parsed.value);
    if (!result.ok) expect({ findings: result.refusal.map(({ code, path }) => ({ code, path })) }).toEqual(expected);
    else expect(said(result.value, expected)).toEqual(expected);
  });
});
