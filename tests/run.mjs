import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../infra/house/rooms.mjs';
import { endRunning, run } from '../infra/house/run.mjs';
import { runCommand, sentence } from '../infra/local/bootstrap/arguments.mjs';
import { progress } from '../infra/local/bootstrap/output.mjs';
import { cacheDir } from '../infra/local/bootstrap/settings.mjs';
import { buildWorkspace, installWorkspace, isInstalled } from '../infra/local/bootstrap/workspace.mjs';
import { provision } from '../infra/local/provision.mjs';
import { inLanes } from './whole/lanes.mjs';
import { serverVariables, startTestStack } from './whole/test-stack.mjs';

const results = join(house, '.jifen/test-results');
const jest = ['node_modules/jest/bin/jest.js', '--ci', '--forceExit'];

/** Kinds of tests: how many processes jest uses, and what it is told of. */
const kinds = {
  unit: { workers: 2 },
  store: { workers: 2, onSystem: true },
  workflow: { workers: 2 },
  stack: { workers: 1 },
  screen: { workers: 1, onSystem: true },
  journey: { workers: 1, onSystem: true },
  months: { workers: 1, onSystem: true },
  fault: { workers: 1, onSystem: true },
};

/**
 * Two lanes share two cores. The longest way comes first: the system, the journeys on it, those that move its time once the others have ended,
 * at last the faults, which kill it. These wait more than they compute; whatever else there is fills the processor beside them, at lower
 * priority.
 */
const lanes = 2;
const lowerPriority = 5;
const plan = [
  { name: 'system', nice: 0 },
  { name: 'journey', after: ['system'], nice: 0 },
  { name: 'screen', after: ['system'], nice: 0 },
  { name: 'months', after: ['system', 'screen', 'journey'], nice: 0 },
  { name: 'fault', after: ['system', 'months', 'store'], nice: 0 },
  { name: 'house' },
  { name: 'store', after: ['system'] },
  { name: 'unit' },
  { name: 'workflow' },
  { name: 'simulation' },
  { name: 'stack' },
  { name: 'upgrade' },
];

const named = process.argv.slice(2);
const isNamed = ({ name }) => named.length === 0 || named.includes(name);
const needsSystem = plan.some((job) => kinds[job.name]?.onSystem && isNamed(job));
const isWanted = (job) => (job.name === 'system' ? needsSystem : isNamed(job));

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
  const [provided] = await Promise.all([provision({ forTests: true, cache: cacheDir(), report }), installAndBuild(report)]);
  const whole = { environment: provided.environment, system: undefined, tally: { passed: 0, failed: 0 }, report };
  try {
    await inLanes(plan.filter(isWanted), { lanes, run: (job) => runJob(job, whole) });
  } catch (error) {
    whole.tally.failed += 1;
    throw error;
  } finally {
    await stopSystem(whole);
  }
  console.log(`${whole.tally.passed} passed, ${whole.tally.failed} failed`);
  return whole.tally.failed === 0 ? 0 : 1;
}

async function installAndBuild(report) {
  if (!isInstalled()) await report.step('Installing npm packages', () => installWorkspace({ log: join(results, 'install.log') }));
  await report.step('Building', () => buildWorkspace({ log: join(results, 'build.log') }));
}

async function runJob({ name, nice = lowerPriority }, whole) {
  goOnUnlessInterrupted();
  if (name === 'system') whole.system = await startTestStack({ report: whole.report, log: join(results, 'stack.log') });
  else if (name in programs) await runProgram(programs[name], { ...whole, nice });
  else await runKind(name, { ...whole, nice });
  goOnUnlessInterrupted();
}

async function stopSystem({ system, tally, report }) {
  if (!system) return;
  const keepData = tally.failed > 0;
  await report.step('Stopping', () => system.stop({ keepData }));
  if (keepData) console.log(`The logs are kept: ${results} and ${system.logsDir}`);
}

/** Programs that count as one test each: format, lint, types, imports, unused code and sizes; a small county's month, and months that an earlier version left open. */
const programs = {
  house: { name: 'The house', command: ['infra/house/check.mjs', 'lint', 'types', 'imports', 'unused', 'ceilings'] },
  upgrade: { name: 'Months of an earlier version', command: ['tests/upgrade/run.mjs'] },
  simulation: { name: "Five branches' month", command: ['tests/simulation/run.mjs', '--branches', '5', '--months', '1'] },
};

async function runProgram({ name, command }, { tally, report, nice }) {
  const { ok, output } = await report.step(name, () => run(command, {}, { nice }));
  goOnUnlessInterrupted();
  if (ok) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(output);
  }
}

async function runKind(kind, { environment, system, tally, report, nice }) {
  const file = join(results, `${kind}.json`);
  const command = [...jest, '--selectProjects', kind, '--maxWorkers', String(kinds[kind].workers), '--json', `--outputFile=${file}`];
  const told = kinds[kind].onSystem ? { ...environment, ...serverVariables(system) } : environment;
  const { ok, output } = await report.step(`Tests of kind ${kind}`, () => run(command, told, { nice }));
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
