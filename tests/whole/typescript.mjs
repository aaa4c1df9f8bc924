import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformSync } from '@swc/core';

/** `node --import` of this file runs TypeScript, with the compiler that the tests use. */
if (isMainThread) register(import.meta.url);

/** Node's hook: what a module's text is. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.ts(\?|$)/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const jsc = { target: 'es2023', parser: { syntax: 'typescript' } };
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    swcrc: false,
  });
  return { format: 'module', shortCircuit: true, source: code };
}
