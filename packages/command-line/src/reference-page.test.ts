import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Parsed, parseFacts, parseRefinement, parseScheme } from '@jifen/contracts/schemes';
import { evaluate, prepareScheme, refineScheme, type ScoringScheme } from '@jifen/domain';
import { z } from 'zod';
import { expectation, said } from './expectation.builders.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/schemes.md'), 'utf8');
const fields = z.record(z.string(), z.unknown());
const example = z.strictObject({ scheme: fields, refinement: fields.optional(), facts: fields, gives: expectation });
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => example.parse(JSON.parse(text)));

const scheme = { format: 'jifen-scheme/1', id: 'example', version: 1, title: '例', places: 2, year: { startsInMonth: 1 } };
const facts = { format: 'jifen-facts/1', year: 2026, member: { id: 'member-0001', standing: 'full' }, entries: [] };

/** Every `"kind": "…"` that a branch of the published format names. */
function kindsIn(source: string): readonly string[] {
  return [...source.matchAll(/kind: z\.literal\('([a-z-]+)'\)/g)].map(([, kind = '']) => kind);
}

function sound<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  return parsed.value;
}

function refined(parent: ScoringScheme, refinement: unknown): ScoringScheme {
  if (refinement === undefined) return parent;
  const result = refineScheme(parent, sound(parseRefinement(refinement)));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('the reference page', () => {
  it.each(examples.map((one, index) => [index + 1, one] as const))(
    'example %i gives what it says',
    (_, { scheme: own, refinement, facts: given, gives }) => {
      const ready = prepareScheme(refined(sound(parseScheme({ ...scheme, ...own })), refinement));
      if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
      const result = evaluate(ready.value, sound(parseFacts({ ...facts, ...given })));
      if (!result.ok) throw new Error(JSON.stringify(result.refusal));
      expect(said(result.value, gives)).toEqual(gives);
    },
  );

  it.each(['scheme-measures', 'scheme-conditions', 'scheme-nodes', 'scoring-scheme', 'scheme-refinement'])(
    'has an example of every construct in %s',
    (file) => {
      const source = readFileSync(join(import.meta.dirname, '../../contracts/src/schemes', `${file}.ts`), 'utf8');
      const kinds = kindsIn(source);
      expect(kinds.length).toBeGreaterThan(3);
      expect(kinds.filter((kind) => !page.includes(`"kind": "${kind}"`))).toEqual([]);
    },
  );

  it('names every finding of the linter, with its weight', () => {
    const lint = join(import.meta.dirname, '../../domain/src/schemes/lint');
    const sources = readdirSync(lint).filter((name) => /^lint-\w+\.ts$/.test(name));
    const raised = sources.flatMap((name) => [...readFileSync(join(lint, name), 'utf8').matchAll(/\b(error|warning)\('([a-z-]+)'/g)]);
    expect(raised.length).toBeGreaterThan(15);
    const missing = raised.filter(
      ([, weight = '', code = '']) => !page.split('\n').some((row) => row.includes(`\`${code}\``) && row.includes(`| ${weight} |`)),
    );
    expect(missing.map(([, , code]) => code)).toEqual([]);
  });
});
