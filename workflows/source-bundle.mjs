// Prints the path of the workflow code bundled from the sources, for tests: bundled once for each state of them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const here = fileURLToPath(new URL('.', import.meta.url));
const rooms = ['src', '../packages/domain/src', '../packages/contracts/src'].map((room) => join(here, room));
const conditionNames = ['source', 'webpack', 'import', 'require', 'default'];

/** @param {string} room */
function sourcesOf(room) {
  const names = readdirSync(room, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => name.endsWith('.ts') && !/test-support|\.test\.ts$/.test(name)).map((name) => join(room, name));
}

const hash = createHash('sha256');
for (const source of rooms.flatMap(sourcesOf)) hash.update(source).update(readFileSync(source));
const folder = join(here, '../node_modules/.cache/jifen');
const path = join(folder, `workflows-${hash.digest('hex').slice(0, 16)}.js`);

if (!existsSync(path)) {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(here, 'src/workflows.ts'),
    preloadModules: ['@jifen/contracts', '@jifen/domain'],
    logger: new DefaultLogger('ERROR', ({ message }) => process.stderr.write(`${message}\n`)),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames } }),
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
}
process.stdout.write(path);
