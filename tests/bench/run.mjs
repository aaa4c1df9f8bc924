import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { house } from '../../infra/house/rooms.mjs';
import { runCommand, sentence } from '../../infra/local/bootstrap/arguments.mjs';
import { chosenNode } from '../../infra/local/bootstrap/node.mjs';
import { numberAsked, onOwnStack } from '../whole/own-stack.mjs';

const beginning = '2026-01-25T09:00:00+08:00';

/**
 * `npm run bench -- [--only engine] [--branches N] [--json]`: what the parts cost, each beside its budget. A row over its budget is reported but is
 * no failure. `--only engine` measures the rule engine alone and starts no server.
 */
function bench() {
  const options = { only: { type: 'string' }, branches: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } };
  const { values } = parseArgs({ options });
  const environment = { BENCH_BRANCHES: numberAsked('branches', values.branches, 300), BENCH_JSON: values.json ? 'yes' : 'no' };
  if (values.only === 'engine') return engineAlone(environment);
  if (values.only !== undefined) throw sentence(`--only ${values.only} is not known; only the engine is measured by itself.`);
  return onOwnStack({ name: 'bench', doing: 'Measuring', program: 'tests/bench/bench.ts', beginning, environment });
}

function engineAlone(environment) {
  const words = ['--conditions=source', '--import', './tests/whole/typescript.mjs', 'tests/bench/engine-alone.ts'];
  return spawnSync(chosenNode(), words, { cwd: house, env: { ...process.env, ...environment }, stdio: 'inherit' }).status ?? 1;
}

await runCommand(bench);
