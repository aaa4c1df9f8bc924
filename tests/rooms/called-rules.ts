import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Source = { readonly path: string; readonly text: string };
type Imported = { readonly name: string; readonly from: string };

const notProduction = /\.(test|suite|builders|fakes?|d)\.tsx?$|\/testing\.ts$/;

/** The production files of some folders. */
export function productionIn(root: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !notProduction.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Values that a file imports, by the name they have in it; an import that is not used does not pass the lint. */
function importsOf({ path, text }: Source): ReadonlyMap<string, Imported> {
  const statements = [...text.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)];
  return new Map(
    statements.flatMap(([, names = '', from = '']) =>
      names
        .split(',')
        .map((one) => one.trim().split(' as '))
        .filter(([name = '']) => name !== '' && !name.startsWith('type '))
        .map(([name = '', as = name]) => [as, { name, from: from.startsWith('.') ? resolve(dirname(path), from) : from }] as const),
    ),
  );
}

/** What is written at the top level of a file, by name, as the set of words in it; comments, imports and strings are no calls. */
function partsOf({ text }: Source): ReadonlyMap<string, ReadonlySet<string>> {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^import [\s\S]*?;\n/gm, '')
    .replace(/'[^'\n]*'/g, '');
  const parts = code.split(/^(?=(?:export )?(?:const|function\*?) )/m);
  return new Map(
    parts.flatMap((part) => {
      const name = /^(?:export )?(?:const|function\*?) (\w+)/.exec(part)?.[1];
      return name ? [[name, new Set(part.match(/(?<!(?<!\.\.)\.)\b[A-Za-z_]\w*/g))] as const] : [];
    }),
  );
}

/**
 * The names of the domain that production code outside of it comes to: by importing them, or by what it imports calling them.
 * As `path#name`. Re-exports lead nowhere by themselves.
 */
export function calledRules(domain: readonly Source[], outside: readonly Source[]): ReadonlySet<string> {
  const files = new Map(domain.map((source) => [source.path, { imported: importsOf(source), parts: partsOf(source) }]));
  const called = new Set<string>();
  const call = (path: string, name: string): void => {
    const file = files.get(path);
    const words = file?.parts.get(name);
    if (!file || !words || called.has(`${path}#${name}`)) return;
    called.add(`${path}#${name}`);
    for (const word of words) {
      const other = file.imported.get(word);
      if (other) call(other.from, other.name);
      else call(path, word);
    }
  };
  for (const source of outside) {
    for (const { name, from } of importsOf(source).values())
      if (from.startsWith('@jifen/domain')) for (const path of files.keys()) call(path, name);
  }
  return called;
}
