import { pathToFileURL } from 'node:url';

let copy = '';

/** Node's hook: the place of the mutated copy. */
export function initialize(data) {
  copy = data.copy;
}

const workspace = /^@jifen\/(\w+)(\/\w+)?$/;

/** Node's hook: packages resolve to the mutated copy, and jest's globals to those of this folder. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: new URL('globals.mjs', import.meta.url).href, shortCircuit: true };
  const [, name, part = ''] = workspace.exec(specifier) ?? [];
  if (name === undefined) return next(specifier, context);
  return { url: pathToFileURL(`${copy}/packages/${name}/src${part}/index.ts`).href, shortCircuit: true };
}
