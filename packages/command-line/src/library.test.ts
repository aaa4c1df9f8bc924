import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseFacts, parseScheme } from '@jifen/contracts/schemes';
import { evaluate, lintScheme, type PreparedScheme, prepareScheme } from '@jifen/domain';
import { z } from 'zod';
import { expectation, library, said, schemeNames } from './expectation.builders.ts';
import { readJson } from './load.ts';

/** The expected findings of the linter, with the words of the text that cause them. */
const findings = z.array(z.strictObject({ code: z.string(), path: z.string(), quote: z.string().min(4) }));
const examples = z.array(z.strictObject({ name: z.string(), facts: z.unknown(), expect: expectation }));

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

describe.each(schemeNames)('scheme %s', (name) => {
  const ready = prepared(name);

  it.each(examples.parse(read(name, 'examples.json')))('$name', ({ facts, expect: expected }) => {
    const parsed = parseFacts(facts);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
    const result = evaluate(ready, parsed.value);
    if (!result.ok) expect({ findings: result.refusal.map(({ code, path }) => ({ code, path })) }).toEqual(expected);
    else expect(said(result.value, expected)).toEqual(expected);
  });

  it('has the findings that its text deserves, and no other', () => {
    const found = lintScheme(ready.scheme).map(({ code, path }) => ({ code, path }));
    const expected = findings.parse(read(name, 'findings.json')).map(({ code, path }) => ({ code, path }));
    const inOrder = (list: typeof found) => list.map(({ code, path }) => `${path} ${code}`).toSorted();
    expect(inOrder(found)).toEqual(inOrder(expected as typeof found));
  });
});
