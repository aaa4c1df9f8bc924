import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { useGlobals } from './globals.mjs';

const require = createRequire(import.meta.url);
const globals = new URL('globals.mjs', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true };
    if (!specifier.startsWith('@jifen/')) return next(specifier, context);
    return next(specifier, { ...context, conditions: ['source', ...context.conditions] });
  },
});

let reads = 0;

/** Runs a file of tests in jest's own process, not in a context of its own: a module that several files import is loaded once. */
export default async function runFile(globalConfig, config, environment, _runtime, testPath, send) {
  const variables = { ...process.env };
  try {
    return await circus.default(globalConfig, config, environment, runtime(), testPath, send);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
  }
}

const runtime = () => ({
  requireInternalModule: loadAnew,
  requireModule: require,
  setGlobalsForRuntime: useGlobals,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(`${pathToFileURL(path)}?read=${reads++}`),
  enterTestCode() {},
  leaveTestCode() {},
});

function loadAnew(path) {
  for (const name of ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL']) delete globalThis[Symbol.for(name)];
  delete require.cache[path];
  return require(path);
}
