import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../infra/house/rooms.mjs';
import { endRunning, run } from '../infra/house/run.mjs';
import { runCommand, sentence } from '../infra/local/bootstrap/arguments.mjs';
import { progress } from '../infra/local/bootstrap/output.mjs';
import { cacheDir } from '../infra/local/bootstrap/settings.mjs';
import { buildWorkspace, installWorkspace, isInstalled } from '../infra/local/bootstrap/workspace.mjs';
import { provision } from '../infra/local/provision.mjs';
import { serverVariables, startTestStack } from './whole/test-stack.mjs';

const results = join(house, '.jifen/test-results');
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--ci', '--forceExit'];

/** Tests that start servers of their own, or need none, are run beside those of a whole system; each lane keeps to its order. */
const alone = [
  { kind: 'unit', workers: 2 },
  { kind: 'workflow', workers: 2 },
  { kind: 'stack', workers: 1 },
];
const onSystem = [
  { kind: 'store', workers: 2 },
  { kind: 'journey', workers: 1 },
  { kind: 'fault', workers: 1 },
];

const named = process.argv.slice(2);
const isWanted = (kind) => named.length === 0 || named.includes(kind);
const wantedOf = (lane) => lane.filter(({ kind }) => isWanted(kind));

/** Ctrl-C ends what runs, and each lane then stops what it started. */
const interruption = { came: false };

function goOnUnlessInterrupted() {
  if (interruption.came) throw sentence('Interrupted; what was started is being stopped.');
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    interruption.came = true;
    endRunning();
  });

/** `npm test`: everything, on real servers with ports and data of their own. Failures keep their logs. `npm test -- house journey` runs only those. */
async function testEverything() {
  const report = progress();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!isInstalled()) await report.step('Installing npm packages', () => installWorkspace({ log: join(results, 'install.log') }));
  const provided = await provision({ forTests: true, cache: cacheDir(), report });
  await report.step('Building', () => buildWorkspace({ log: join(results, 'build.log') }));
  const tallies = await bothLanes(testAlone(provided.environment, report), testOnSystem(provided.environment, report));
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A lane that breaks off ends the run when the other has come to its end too, and has stopped what it started. */
async function bothLanes(...lanes) {
  const ended = await Promise.allSettled(lanes);
  const broken = ended.find(({ status }) => status === 'rejected');
  if (broken) throw broken.reason;
  return ended.map(({ value }) => value);
}

async function testAlone(environment, report) {
  const tally = { passed: 0, failed: 0 };
  if (isWanted('house')) await checkHouse(tally, report);
  for (const each of wantedOf(alone)) await runKind(each, environment, tally, report);
  return tally;
}

async function testOnSystem(environment, report) {
  const tally = { passed: 0, failed: 0 };
  const wanted = wantedOf(onSystem);
  if (wanted.length === 0) return tally;
  const stack = await startTestStack({ report, log: join(results, 'stack.log') });
  let keepData = true;
  try {
    for (const each of wanted) await runKind(each, { ...environment, ...serverVariables(stack) }, tally, report);
    keepData = tally.failed > 0;
  } finally {
    await report.step('Stopping', () => stack.stop({ keepData }));
    if (keepData) console.log(`The logs are kept: ${results} and ${stack.logsDir}`);
  }
  return tally;
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
  goOnUnlessInterrupted();
  const { ok, output } = await report.step(`Tests of kind ${kind}`, () => run(command, environment));
  const result = readResult(file);
  goOnUnlessInterrupted();
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
