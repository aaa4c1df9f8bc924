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

/** What runs beside what: two lanes share the machine. Tests of the kinds `onSystem` need the system under test; the last one kills it. */
const kinds = {
  unit: { workers: 2 },
  store: { workers: 2, onSystem: true },
  workflow: { workers: 2 },
  stack: { workers: 1 },
  journey: { workers: 1, onSystem: true },
  fault: { workers: 1, onSystem: true },
};

const named = process.argv.slice(2);
const isWanted = (kind) => named.length === 0 || named.includes(kind);
const needsSystem = () => Object.keys(kinds).some((kind) => kinds[kind].onSystem && isWanted(kind));

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

/** The lane of the journeys is the longer one: the other stands back behind it. */
const standsBack = 5;

/** `npm test`: everything, on real servers with ports and data of their own. Failures keep their logs. `npm test -- house journey` runs only those. */
async function testEverything() {
  const report = progress();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!isInstalled()) await report.step('Installing npm packages', () => installWorkspace({ log: join(results, 'install.log') }));
  const provided = await provision({ forTests: true, cache: cacheDir(), report });
  await report.step('Building', () => buildWorkspace({ log: join(results, 'build.log') }));
  const tally = { passed: 0, failed: 0 };
  const system = needsSystem() ? startTestStack({ report, log: join(results, 'stack.log') }) : undefined;
  system?.catch(() => undefined);
  try {
    await testInLanes({ environment: provided.environment, system, tally, report });
  } catch (error) {
    tally.failed += 1;
    throw error;
  } finally {
    await stopSystem(system, tally, report);
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

/** A lane that breaks off ends the run when the other has come to its end too. */
async function testInLanes(run) {
  const beside = { ...run, nice: standsBack };
  const ofTheHouse = inOrder(beside, ['house', 'unit']);
  const stores = ofTheHouse.then(() => inOrder(beside, ['store']));
  const alone = stores.then(() => inOrder(beside, ['workflow', 'stack', 'simulation', 'upgrade']));
  const asPeople = inOrder(run, ['journey']).then(() => stores.then(() => inOrder(run, ['fault'])));
  const broken = (await Promise.allSettled([alone, asPeople])).find(({ status }) => status === 'rejected');
  if (broken) throw broken.reason;
}

async function inOrder({ environment, system, tally, report, nice }, names) {
  for (const kind of names.filter(isWanted)) {
    const how = { tally, report, nice };
    if (kind in programs) await runProgram(programs[kind], how);
    else await runKind(kind, kinds[kind].onSystem ? { ...environment, ...serverVariables(await system) } : environment, how);
  }
}

async function stopSystem(system, tally, report) {
  const stack = await system?.catch(() => undefined);
  if (!stack) return;
  const keepData = tally.failed > 0;
  await report.step('Stopping', () => stack.stop({ keepData }));
  if (keepData) console.log(`The logs are kept: ${results} and ${stack.logsDir}`);
}

/** Programs that count as one test each: format, lint, types, imports, unused code and sizes; a small county's month, and months that an earlier version left open. */
const programs = {
  house: { name: 'The house', command: ['infra/house/check.mjs', 'lint', 'types', 'imports', 'unused', 'ceilings'] },
  upgrade: { name: 'Months of the first version', command: ['tests/upgrade/run.mjs'] },
  simulation: { name: "Five branches' month", command: ['tests/simulation/run.mjs', '--branches', '5', '--months', '1'] },
};

async function runProgram({ name, command }, { tally, report, nice }) {
  goOnUnlessInterrupted();
  const { ok, output } = await report.step(name, () => run(command, {}, { nice }));
  goOnUnlessInterrupted();
  if (ok) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(output);
  }
}

async function runKind(kind, environment, { tally, report, nice }) {
  const file = join(results, `${kind}.json`);
  const command = [...jest, '--selectProjects', kind, '--maxWorkers', String(kinds[kind].workers), '--json', `--outputFile=${file}`];
  goOnUnlessInterrupted();
  const { ok, output } = await report.step(`Tests of kind ${kind}`, () => run(command, environment, { nice }));
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
