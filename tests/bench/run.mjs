import { parseArgs } from 'node:util';
import { runCommand } from '../../infra/local/bootstrap/arguments.mjs';
import { numberAsked, onOwnStack } from '../whole/own-stack.mjs';

const beginning = '2026-01-25T09:00:00+08:00';

/** `npm run bench -- [--branches N] [--json]`: what the parts cost, each beside its budget. A row over its budget is told, and is no failure. */
function bench() {
  const { values } = parseArgs({ options: { branches: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } } });
  const environment = { BENCH_BRANCHES: numberAsked('branches', values.branches, 300), BENCH_JSON: values.json ? 'yes' : 'no' };
  return onOwnStack({ name: 'bench', doing: 'Measuring', program: 'tests/bench/bench.ts', beginning, environment });
}

await runCommand(bench);
