import { parseArgs } from 'node:util';
import { runCommand } from '../../infra/local/bootstrap/arguments.mjs';
import { numberAsked, onOwnStack } from '../whole/own-stack.mjs';

const mostBranches = 300;
/** From the eleventh month on, deadlines fall in a year whose holidays are not published. */
const mostMonths = 10;

/** On the day on which the first month's submission opens; time stands still until it is moved. */
const beginning = '2026-01-25T09:00:00+08:00';

/** `npm run simulate -- [--branches N] [--months N] [--seed S] [--json]`: exit 1 if anything differs from the expected results. */
function simulate() {
  const text = (standard) => ({ type: 'string', default: standard });
  const { values } = parseArgs({
    options: { branches: text('10'), months: text('1'), seed: text('1'), json: { type: 'boolean', default: false } },
  });
  const environment = {
    SIMULATE_BRANCHES: numberAsked('branches', values.branches, mostBranches),
    SIMULATE_MONTHS: numberAsked('months', values.months, mostMonths),
    SIMULATE_SEED: values.seed,
    SIMULATE_JSON: values.json ? 'yes' : 'no',
  };
  return onOwnStack({ name: 'simulation', doing: 'Simulating', program: 'tests/simulation/simulate.ts', beginning, environment });
}

await runCommand(simulate);
