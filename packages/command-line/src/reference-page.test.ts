import { readFileSync } from 'node:fs';
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
});
