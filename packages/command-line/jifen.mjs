import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds the packages that it needs if they are stale, and passes the arguments on; no server has to run. */
const house = resolve(import.meta.dirname, '../..');
const packages = ['packages/domain', 'packages/contracts', 'packages/wording', 'packages/command-line'];
const built = spawnSync(process.execPath, [resolve(house, 'infra/house/build.mjs'), ...packages], { encoding: 'utf8' });
if (built.status !== 0) {
  process.stderr.write(built.stderr);
  process.exit(2);
}
/** npm changes into the repository; file names are relative to the folder in which the command was given. */
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import('./dist/main.js');
