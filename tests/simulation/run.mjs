import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { house } from '../../infra/house/rooms.mjs';
import { endRunning } from '../../infra/house/run.mjs';
import { runCommand, sentence } from '../../infra/local/bootstrap/arguments.mjs';
import { progress } from '../../infra/local/bootstrap/output.mjs';
import { serverVariables, startTestStack } from '../whole/test-stack.mjs';

const results = join(house, '.jifen/simulation');
const program = ['--import', './tests/simulation/typescript.mjs', 'tests/simulation/simulate.ts'];
const mostBranches = 300;
/** From the eleventh month on, deadlines reach into a year whose holidays are not published. */
const mostMonths = 10;

/** On the day on which the first month's submission opens; time stands still until it is moved. */
const beginning = '2026-01-25T09:00:00+08:00';

const interruption = { came: false, child: undefined };

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    interruption.came = true;
    interruption.child?.kill('SIGTERM');
    endRunning();
  });

/** `npm run simulate -- [--branches N] [--months N] [--seed S] [--json]`: exit 1 unless everything is as it was written down before. */
async function simulate() {
  const { branches, months, seed, json } = readWishes();
  const report = progress();
  mkdirSync(results, { recursive: true });
  const stack = await startTestStack({
    report,
    log: join(results, 'stack.log'),
    name: `simulation-${process.pid}`,
    seeded: false,
    variables: { DEMO_CLOCK_START: beginning },
  });
  let passed = false;
  try {
    const asked = { SIMULATE_BRANCHES: branches, SIMULATE_MONTHS: months, SIMULATE_SEED: seed, SIMULATE_RESULTS: results };
    passed = await report.step('Simulating', () => play({ ...serverVariables(stack), ...asked, SIMULATE_JSON: json ? 'yes' : 'no' }));
  } finally {
    await report.step('Stopping', () => stack.stop({ keepData: !passed && !interruption.came }));
  }
  if (interruption.came) throw sentence('Interrupted; the stack is stopped.');
  if (!passed) report.say(`What was expected and found is kept in ${results}, the logs in ${stack.logsDir}`);
  return passed ? 0 : 1;
}

function readWishes() {
  const text = (standard) => ({ type: 'string', default: standard });
  const { values } = parseArgs({
    options: { branches: text('10'), months: text('1'), seed: text('1'), json: { type: 'boolean', default: false } },
  });
  for (const [name, most] of [
    ['branches', mostBranches],
    ['months', mostMonths],
  ]) {
    const wish = Number(values[name]);
    if (!/^[1-9]\d*$/.test(values[name]) || wish > most) throw sentence(`--${name} ${values[name]} is no number from 1 to ${most}.`);
  }
  return values;
}

/** What it says is passed on as it says it; answers whether it found everything as expected. */
function play(environment) {
  if (interruption.came) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, program, {
      cwd: house,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    interruption.child = child;
    child.on('close', (code) => resolve(code === 0));
  });
}

await runCommand(simulate);
