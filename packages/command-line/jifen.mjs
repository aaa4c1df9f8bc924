import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds what is stale of the rooms it needs, quietly, and hands the words on; nothing else has to run. */
const house = resolve(import.meta.dirname, '../..');
const rooms = ['packages/domain', 'packages/contracts', 'packages/wording', 'packages/command-line'];
const built = spawnSync(process.execPath, [resolve(house, 'infra/house/build.mjs'), ...rooms], { encoding: 'utf8' });
if (built.status !== 0) {
  process.stderr.write(built.stderr);
  process.exit(2);
}
/** npm changes into the house; file names mean the folder in which the command was given. */
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import('./dist/main.js');
