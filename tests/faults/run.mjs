import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { house } from '../../infra/house/rooms.mjs';
import { endRunning, run } from '../../infra/house/run.mjs';
import { runCommand, sentence } from '../../infra/local/bootstrap/arguments.mjs';
import { progress } from '../../infra/local/bootstrap/output.mjs';
import { serverVariables, startTestStack } from '../whole/test-stack.mjs';
import { startCutters } from './cutters.mjs';

const longestRecoverySeconds = 30;
const results = join(house, '.jifen/test-results');
const jest = ['node_modules/jest/bin/jest.js', 'tests/faults/faults.test.ts', '--selectProjects', 'fault'];

/**
 * `npm run test:faults -- [--rounds N] [--seed S]`: while people write, every process is killed and paused, the connections to every server
 * and service are cut, Redis is emptied; exit 1 if anything is lost. The servers run in a stack of their own, so that a proxy can be in front of each.
 */
async function testFaults() {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } } });
  if (!/^[1-9]\d*$/.test(values.rounds)) throw sentence(`--rounds ${values.rounds} is no number of rounds.`);
  const report = progress();
  mkdirSync(results, { recursive: true });
  const log = join(results, 'faults.log');
  const servers = await startTestStack({ report, log, name: `faults-servers-${process.pid}`, serversOnly: true });
  const { mongo, redis, temporal } = servers.ports;
  let cutters;
  const variables = async ({ member, scoring, notification }) => {
    cutters = await startCutters({ store: mongo, redis, temporal, member, scoring, notification });
    return { ...addressesOf(cutters.ports), ...servicesAt(cutters.ports) };
  };
  const stack = await startTestStack({ report, log, variables }).catch(async (error) => {
    await servers.stop({ keepData: true });
    throw error;
  });
  let passed = false;
  try {
    const wanted = { JIFEN_FAULT_ROUNDS: values.rounds, JIFEN_FAULT_SEED: values.seed };
    const between = { JIFEN_SERVERS_DIR: servers.dataDir, JIFEN_CUT_URL: cutters.url };
    const direct = addressesOf({ store: mongo, redis, temporal });
    const { ok, output } = await report.step('Striking', () =>
      run([...jest, '--ci', '--forceExit'], { ...serverVariables(stack), ...direct, ...between, ...wanted }),
    );
    const rounds = readRounds(stack);
    passed = ok && rounds.length > 0 && rounds.every(isGood);
    if (!ok) console.log(output.slice(-6000));
    console.log(tableOf(rounds));
    for (const { fault, findings } of rounds) for (const { fault: kind, what } of findings) console.log(`${fault}: ${kind}: ${what}`);
  } finally {
    await report.step('Stopping', async () => {
      await stack.stop({ keepData: !passed });
      cutters.stop();
      await servers.stop({ keepData: !passed });
    });
  }
  if (!passed) console.log(`The history and the logs are kept: ${stack.logsDir}`);
  return passed ? 0 : 1;
}

const addressesOf = ({ store, redis, temporal }) => ({
  MONGO_URL: `mongodb://127.0.0.1:${store}/?directConnection=true`,
  REDIS_URL: `redis://127.0.0.1:${redis}`,
  TEMPORAL_ADDRESS: `127.0.0.1:${temporal}`,
});

const servicesAt = ({ member, scoring, notification }) => ({
  MEMBER_URL: `http://127.0.0.1:${member}`,
  SCORING_URL: `http://127.0.0.1:${scoring}`,
  NOTIFICATION_URL: `http://127.0.0.1:${notification}`,
});

const isGood = ({ findings, recoverySeconds }) => findings.length === 0 && recoverySeconds <= longestRecoverySeconds;

function readRounds({ logsDir }) {
  const file = join(logsDir, 'fault-results.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line));
}

function tableOf(rounds) {
  const count = (findings, kind) => findings.filter(({ fault }) => fault === kind).length;
  const rows = rounds.map(({ fault, inFlight, acknowledged, findings, recoverySeconds }) =>
    [fault, inFlight, acknowledged, count(findings, 'lost'), count(findings, 'doubled'), recoverySeconds.toFixed(1)].map(String),
  );
  const table = [['process', 'in flight', 'acknowledged', 'lost', 'doubled', 'recovery (s)'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, endRunning);
await runCommand(testFaults);
