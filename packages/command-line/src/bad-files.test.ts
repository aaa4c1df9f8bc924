import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Parsed, parseFacts, parseScheme } from '@jifen/contracts/schemes';
import { evaluate, lintScheme, prepareScheme } from '@jifen/domain';
import { findingSentence } from '@jifen/wording';
import fc from 'fast-check';
import { library, schemeNames } from './expectation.builders.ts';

const files = schemeNames.map((name) => {
  const examples: { facts: unknown }[] = JSON.parse(readFileSync(join(library, name, 'examples.json'), 'utf8'));
  return { scheme: JSON.parse(readFileSync(join(library, name, 'scheme.json'), 'utf8')) as unknown, facts: examples[0]?.facts };
});

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every object and list within. */
function containersIn(value: unknown): readonly Container[] {
  return isContainer(value) ? [value, ...Object.values(value).flatMap(containersIn)] : [];
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    '0',
    '-1',
    '1/0',
    '[1,0]',
    '(,)',
    '__proto__',
    'constructor',
    '2026-02-30',
    [],
    {},
    true,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
type Blow = { readonly at: number; readonly key: number; readonly how: 'replace' | 'drop' | 'copy'; readonly value: unknown };
const blow: fc.Arbitrary<Blow> = fc.record({ at: fc.nat(), key: fc.nat(), how: fc.constantFrom('replace', 'drop', 'copy'), value: junk });

/** A file with errors in a few places. */
function spoilt(file: unknown, blows: readonly Blow[]): unknown {
  const copy: unknown = structuredClone(file);
  for (const { at, key, how, value } of blows) {
    const all = containersIn(copy);
    const within = all[at % all.length];
    const names = within ? Object.keys(within) : [];
    const name = names[key % Math.max(names.length, 1)];
    if (!within || name === undefined) continue;
    if (how === 'replace') Reflect.set(within, name, value);
    else if (how === 'drop') Reflect.deleteProperty(within, name);
    else Reflect.set(within, name, structuredClone(Reflect.get(within, names[at % names.length] ?? name)));
  }
  return JSON.parse(JSON.stringify(copy));
}

/** What could be parsed; every place of anything else is named. */
function usable<T>(parsed: Parsed<T>): T | null {
  if (parsed.ok) return parsed.value;
  expect(parsed.reasons.length).toBeGreaterThan(0);
  expect(parsed.reasons.filter(({ path }) => !/^(\/.*)?$/s.test(path))).toEqual([]);
  return null;
}

describe('spoilt files', () => {
  it('never make anything throw: they are refused with their places, or evaluated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(blow, { maxLength: 3 }),
        fc.array(blow, { maxLength: 3 }),
        (file, onScheme, onFacts) => {
          const scheme = usable(parseScheme(spoilt(file.scheme, onScheme)));
          const facts = usable(parseFacts(spoilt(file.facts, onFacts)));
          if (!scheme) return;
          for (const finding of lintScheme(scheme)) expect(findingSentence(finding)).not.toMatch(/undefined/);
          const ready = prepareScheme(scheme);
          if (!ready.ok || !facts) return;
          const result = evaluate(ready.value, facts);
          if (!result.ok) expect(result.refusal.map(findingSentence).join('')).not.toMatch(/undefined/);
        },
      ),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 3000 },
    );
  });
});
