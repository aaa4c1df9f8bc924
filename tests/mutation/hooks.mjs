import { pathToFileURL } from 'node:url';

let copy = '';

/** Node's hook: where the copy stands whose rooms are meant. */
export function initialize(data) {
  copy = data.copy;
}

const room = /^@jifen\/(\w+)(\/\w+)?$/;

/** Node's hook: a room is the one of the copy in which the mutants stand, and jest's globals are those of this folder. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: new URL('globals.mjs', import.meta.url).href, shortCircuit: true };
  const [, name, part = ''] = room.exec(specifier) ?? [];
  if (name === undefined) return next(specifier, context);
  return { url: pathToFileURL(`${copy}/packages/${name}/src${part}/index.ts`).href, shortCircuit: true };
}
