import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importedAtRunTime, reachedAtRunTime } from './reached-at-run-time.ts';

const root = resolve(import.meta.dirname, '../..');
const domain = join(root, 'packages/domain/src/index.ts');
/** Whether a text says anything, which the contracts ask: no rule of points. */
const whatIsSaid = join(root, 'packages/domain/src/text/says-something.ts');
const imports = (text: string) => importedAtRunTime(join(root, 'tests/simulation/x.ts'), text, root);

describe('a file imports at run time', () => {
  it.each([
    ['a value', "import { points } from '@jifen/domain';\n", [domain]],
    ['a value beside a type', "import { type Points, points } from '@jifen/domain';\n", [domain]],
    ['what it exports again', "export { points } from '@jifen/domain';\n", [domain]],
    ['a file for what it does', "import './y.ts';\n", [join(root, 'tests/simulation/y.ts')]],
  ])('%s', (_what, text, expected) => expect(imports(text)).toEqual(expected));

  it.each([
    ['no type', "import type { Points } from '@jifen/domain';\n"],
    ['no type among types', "import { type Act, type Points } from '@jifen/domain';\n"],
    ['no type that it exports again', "export type { Points } from '@jifen/domain';\n"],
    ['no library of this count', "import { z } from 'zod';\n"],
  ])('%s', (_what, text) => expect(imports(text)).toEqual([]));
});

describe('the simulation', () => {
  it('computes what it expects by itself: no rule runs in it, by whatever way', () => {
    const folder = join(root, 'tests/simulation');
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const reached = reachedAtRunTime(
      files.map((name) => join(folder, name)),
      root,
    );
    expect(reached.size).toBeGreaterThan(files.length);
    const domainFiles = [...reached].filter(([path]) => path.startsWith(join(root, 'packages/domain/')));
    const rules = domainFiles.filter(([path]) => path !== whatIsSaid);
    expect(rules.map(([path, by]) => `${relative(root, by)} → ${relative(root, path)}`)).toEqual([]);
  });
});
