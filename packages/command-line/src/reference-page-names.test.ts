import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync(join(import.meta.dirname, '../../../docs/schemes.md'), 'utf8');

/** Every `"kind": "…"` that a branch of the published format names. */
function kindsIn(source: string): readonly string[] {
  return [...source.matchAll(/kind: z\.literal\('([a-z-]+)'\)/g)].map(([, kind = '']) => kind);
}

describe('the reference page names what there is', () => {
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
