import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../infra/house/rooms.mjs';
import { run } from '../infra/house/run.mjs';
import { runCommand, sentence } from '../infra/local/bootstrap/arguments.mjs';
import { progress } from '../infra/local/bootstrap/output.mjs';
import { cacheDir } from '../infra/local/bootstrap/settings.mjs';
import { buildWorkspace, installWorkspace, isInstalled } from '../infra/local/bootstrap/workspace.mjs';
import { provision } from '../infra/local/provision.mjs';
import { serverVariables, startTestStack } from './whole/test-stack.mjs';

const results = join(house, '.jifen/test-results');
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--ci', '--forceExit'];

/** Each kind of test; `alone` is not told of the running system: it starts servers of its own, or none. */
const kinds = [
  { kind: 'unit', workers: 2, alone: true },
  { kind: 'store', workers: 2 },
  { kind: 'workflow', workers: 2 },
  { kind: 'stack', workers: 1, alone: true },
  { kind: 'journey', workers: 1 },
  { kind: 'fault', workers: 1 },
];

const named = process.argv.slice(2);
const isWanted = (kind) => named.length === 0 || named.includes(kind);

/** `npm test`: everything, on real servers with ports and data of their own. Failures keep their logs. `npm test -- house journey` runs only those. */
async function testEverything() {
  const report = progress();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!isInstalled()) await report.step('Installing npm packages', () => installWorkspace({ log: join(results, 'install.log') }));
  const provided = await provision({ forTests: true, cache: cacheDir(), report });
  await report.step('Building', () => buildWorkspace({ log: join(results, 'build.log') }));
  const tally = { passed: 0, failed: 0 };
  if (isWanted('house')) await checkHouse(tally, report);
  const stack = await startTestStack({ report, log: join(results, 'stack.log') });
  try {
    const system = serverVariables(stack);
    for (const each of kinds.filter(({ kind }) => isWanted(kind)))
      await runKind(each, { ...provided.environment, ...(each.alone ? {} : system) }, tally, report);
  } finally {
    await report.step('Stopping', () => stack.stop({ keepData: tally.failed > 0 }));
  }
  if (tally.failed > 0) console.log(`The logs are kept: ${results} and ${stack.logsDir}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

/** Format, lint, types, imports, unused code and sizes count as one test. */
async function checkHouse(tally, report) {
  const check = await report.step('The house', () => run(['infra/house/check.mjs', 'lint', 'types', 'imports', 'unused', 'ceilings']));
  if (check.ok) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(check.output);
  }
}

async function runKind({ kind, workers }, environment, tally, report) {
  const file = join(results, `${kind}.json`);
  const command = [...jest, '--selectProjects', kind, '--maxWorkers', String(workers), '--json', `--outputFile=${file}`];
  const { ok, output } = await report.step(`Tests of kind ${kind}`, () => run(command, environment));
  const result = readResult(file);
  if (!result) throw sentence(`The tests of kind ${kind} did not come to an end:\n${output.slice(-4000)}`);
  tally.passed += result.numPassedTests;
  tally.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  report.say(`${kind}: ${result.numPassedTests} passed, ${result.numFailedTests} failed`);
  if (!ok) console.log(failuresOf(result));
  if (!ok && result.success) throw sentence(`jest failed without a failed test:\n${output.slice(-4000)}`);
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const failuresOf = (result) =>
  result.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => `${name.slice(house.length + 1)}\n${message}`)
    .join('\n');

await runCommand(testEverything);
