import { readdirSync, readFileSync } from 'node:fs';
import { parseScheme } from '@jifen/contracts/schemes';
import type { ScoringScheme } from '@jifen/domain';
import type { SchemeLibrary } from './scheme-library.ts';

/** Beside the domain's code; from `src` and from `dist` alike. */
const folder = new URL('../../node_modules/@jifen/domain/schemes/', import.meta.url);

function read(name: string): ScoringScheme {
  const parsed = parseScheme(JSON.parse(readFileSync(new URL(`${name}/scheme.json`, folder), 'utf8')));
  if (!parsed.ok) throw new Error(`the library's ${name} is no scheme: ${JSON.stringify(parsed.reasons)}`);
  return parsed.value;
}

const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const schemes = new Map(names.sort().map((name) => [name, read(name)]));

/** The library as it comes with the program, read once; a file that is no scheme is a broken installation. */
export const library: SchemeLibrary = {
  names: () => [...schemes].map(([name, { title }]) => ({ name, title })),
  find: (name) => schemes.get(name),
};
