import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../../infra/house/rooms.mjs';
import { endRunning } from '../../infra/house/run.mjs';
import { sentence } from '../../infra/local/bootstrap/arguments.mjs';
import { chosenNode } from '../../infra/local/bootstrap/node.mjs';
import { progress } from '../../infra/local/bootstrap/output.mjs';
import { serverVariables, startTestStack } from './test-stack.mjs';

const interruption = { came: false, child: undefined };

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    interruption.came = true;
    interruption.child?.kill('SIGTERM');
    endRunning();
  });

/**
 * Runs a program against a stack of its own, without the demo county, whose time stands still. The program gets its settings in the
 * environment, and its output is passed on at once. Unless the program ends with 0, the exit code is 1 and data and logs are kept.
 */
export async function onOwnStack({ name, doing, program, beginning, environment }) {
  const results = join(house, '.jifen', name);
  const report = progress();
  mkdirSync(results, { recursive: true });
  const stack = await startTestStack({
    report,
    log: join(results, 'stack.log'),
    name: `${name}-${process.pid}`,
    seeded: false,
    variables: { DEMO_CLOCK_START: beginning },
  });
  let passed = false;
  try {
    passed = await report.step(doing, () => play(program, { ...serverVariables(stack), ...environment, RESULTS: results }));
  } finally {
    await report.step('Stopping', () => stack.stop({ keepData: !passed && !interruption.came }));
  }
  if (interruption.came) throw sentence('Interrupted; the stack is stopped.');
  if (!passed) report.say(`What was expected and found is kept in ${results}, the logs in ${stack.logsDir}`);
  return passed ? 0 : 1;
}

function play(program, environment) {
  if (interruption.came) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(chosenNode(), ['--import', './tests/whole/typescript.mjs', program], {
      cwd: house,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    interruption.child = child;
    child.on('close', (code) => resolve(code === 0));
  });
}

/** An option's number from 1 to `most`. */
export function numberAsked(name, text, most) {
  if (!/^[1-9]\d*$/.test(text) || Number(text) > most) throw sentence(`--${name} ${text} is no number from 1 to ${most}.`);
  return text;
}
