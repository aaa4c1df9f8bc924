import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Package = { exports?: Readonly<Record<string, { source?: string }>> };

const statement = /^(?:import|export) (?!type\b)(?:[^'";]*? from )?'([^']+)'/gm;
const onlyTypes = /\{(?:\s*type [\w\s]+,?)+\s*\} from /;

/** The files that a file imports when it runs: imports of types are gone by then, libraries are left out. */
export function importedAtRunTime(path: string, text: string, root: string): string[] {
  const specifiers = [...text.matchAll(statement)].filter(([whole]) => !onlyTypes.test(whole)).map(([, specifier = '']) => specifier);
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('.')) return [resolve(dirname(path), specifier)];
    return specifier.startsWith('@jifen/') ? [sourceOf(specifier, root)] : [];
  });
}

/** `@jifen/contracts/schemes` as the source that its package names for it. */
function sourceOf(specifier: string, root: string): string {
  const [, name = '', ...rest] = specifier.split('/');
  const folder = ['packages', 'services', ''].map((one) => join(root, one, name)).find((one) => existsSync(join(one, 'package.json')));
  if (folder === undefined) throw new Error(`${specifier} is no package of this repository`);
  const { exports = {} }: Package = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const source = exports[['.', ...rest].join('/')]?.source;
  if (source === undefined) throw new Error(`${specifier} is not exported`);
  return join(folder, source);
}

/** Every file that runs when one of these does, with the file through which it was reached. */
export function reachedAtRunTime(from: readonly string[], root: string): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const waiting = from.map((path) => ({ path, by: path }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, by } = next;
    if (reached.has(path)) continue;
    reached.set(path, by);
    if (!/\.(?:ts|tsx|mjs)$/.test(path)) continue;
    waiting.push(...importedAtRunTime(path, readFileSync(path, 'utf8'), root).map((one) => ({ path: one, by: path })));
  }
  return reached;
}
