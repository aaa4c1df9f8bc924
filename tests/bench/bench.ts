import { setTimeout as delay } from 'node:timers/promises';
import { branchMonthPage, branchMonthScreen, clock, todosScreen } from '@jifen/contracts';
import type { HttpClient } from '@jifen/service-kit';
import { Connection } from '@temporalio/client';
import type { z } from 'zod';
import { fillInCounty } from '../../infra/demo/src/fill-in-county.ts';
import { issueAccounts } from '../../infra/demo/src/issue-accounts.ts';
import { departmentOf, peopleOf, personIdOf, postHolders } from '../../infra/demo/src/people.ts';
import { insist } from '../../infra/demo/src/world.ts';
import { required } from '../faults/environment.ts';
import { stackIn } from '../faults/stack.ts';
import { peopleAt } from '../simulation/console.ts';
import { simulatedCounty } from '../simulation/simulated-county.ts';
import { seedWorld } from '../whole/seed-world.ts';
import { until } from '../whole/until.ts';
import { apply, applyPatiently, claimsOf, registrationOf, standingAt } from './desk.ts';
import { measureEngine } from './engine.ts';
import { asFastAs, atRate, oneByOne } from './load.ts';
import { megabytesOf } from './memory.ts';
import { measureOverload } from './overload.ts';
import { processorTimeOf, processorTimePerCall } from './processor.ts';
import { atLeast, atMost, median, percentile, plainly, type Row, tableOf } from './rows.ts';
import { openBareTree, openCountyMonth, type Temporal } from './trees.ts';

const begun = performance.now();
const say = (line: string) => process.stderr.write(`[${((performance.now() - begun) / 1000).toFixed(0)}s] ${line}\n`);

const county = simulatedCounty({ seed: 'bench', branches: Number(required('BENCH_BRANCHES')) });
const people = peopleOf(county);
const members = county.branches.reduce((sum, { size }) => sum + size, 0);
const department = departmentOf(county);
const periods = ['2026-01', '2026-02', '2026-03'];
const [first = '', second = '', third = ''] = periods;
const settlesMs = 45_000;
const effectsMs = 15_000;
const stack = stackIn(required('JIFEN_DATA_DIR'));

const world = seedWorld(stack, say);
const address = required('TEMPORAL_ADDRESS');
const temporal: Temporal = { connection: await Connection.connect({ address }), address, namespace: required('TEMPORAL_NAMESPACE') };
const rows: Row[] = [];
const note = (...found: Row[]) => {
  rows.push(...found);
  for (const row of found) say(tableOf([row]));
};

note(...measureEngine());
say(`${members} members in ${county.branches.length} branches`);
await fillInCounty(world, county, people);
note(plainly('fill in the county', (performance.now() - begun) / 1000, 's'));

await measureOpening();
await measureApplications();
await measureDecisions();
await measureScreens();

process.stdout.write(`${tableOf(rows)}\n`);
if (required('BENCH_JSON') === 'yes') process.stdout.write(`${JSON.stringify(rows)}\n`);
await temporal.connection.close();

/** A month is opened when it has begun. Each begins on a quiet machine: the work of earlier months on that day and the rest of the bare tree are over. */
async function measureOpening(): Promise<void> {
  const bare: number[] = [];
  const real: number[] = [];
  for (const [index, period] of periods.entries()) {
    if (index > 0) {
      await advanceTo(`${period}-01T09:00:00+08:00`);
      await delay(settlesMs);
    }
    bare.push(await openBareTree(temporal, county, index));
    await delay(effectsMs);
    real.push(await openCountyMonth(temporal, county, period));
    say(`${period}: bare ${bare.at(-1)?.toFixed(1)} s, month ${real.at(-1)?.toFixed(1)} s`);
    if (index === 0) note(atMost('memory, idle, the county open', await idleMegabytes(), 3_500, 'MB'));
  }
  note(plainly('open a bare tree', median(bare), 's'), plainly('open a month', median(real), 's'));
  note(atMost('open a month ÷ bare tree', median(real) / median(bare), 1.5, '×'));
}

async function advanceTo(instant: string): Promise<void> {
  const body = { to: Date.parse(instant) };
  await insist(world, world.member, { method: 'post', path: '/clock/advance', body, response: clock, actingFor: department });
}

/** After a time without work. */
async function idleMegabytes(): Promise<number> {
  await delay(settlesMs);
  return megabytesOf(stack.supervisor());
}

async function measureApplications(): Promise<void> {
  const claims = claimsOf(county, third);
  const few = claims.slice(0, Math.min(600, Math.floor(claims.length / 4)));
  const took = await atRate(few, 20, (claim) => apply(world, claim));
  note(atMost('application at 20/s, p95', percentile(took, 0.95), 200, 'ms'), plainly('application at 20/s, p50', median(took), 'ms'));
  const many = claims.slice(few.length, few.length + 2_400);
  const before = processorTimeOf(stack);
  note(atLeast('applications, sustained', await asFastAs(many, 32, (claim) => apply(world, claim)), 60, '/s'));
  await delay(effectsMs);
  note(...processorTimePerCall('application, with all its effects', many.length, before, processorTimeOf(stack)));
  note(...(await measureOverload(stack, claims)));
}

/** Recorders register the month before last, one a second, while applications of last month arrive where they are still open. */
async function measureDecisions(): Promise<void> {
  let standing = 0;
  const allStand = async () => {
    standing = await standingAt(world, department, first, 'registering');
    return standing === county.branches.length;
  };
  await until(allStand, 600_000, () => `${standing} branches have closed their applications`);
  const stillOpen = new Set(county.branches.filter(({ partyDay }) => partyDay > 8).map(({ id }) => id));
  const claims = claimsOf(county, second)
    .filter(({ branchId }) => stillOpen.has(branchId))
    .slice(0, 3_000);
  const branches = county.branches.slice(0, Math.floor(claims.length / 50));
  const decisions = await Promise.all(branches.map((branch) => registrationOf(world, branch, first)));
  const [took] = await Promise.all([
    atRate(decisions, 1, (decide) => decide()),
    atRate(claims, 50, (claim) => applyPatiently(world, claim)),
  ]);
  note(
    atMost('decision while applications arrive at 50/s, p95', percentile(took, 0.95), 500, 'ms'),
    plainly('decision, p50', median(took), 'ms'),
  );
}

async function measureScreens(): Promise<void> {
  const asked = [department, ...county.branches.slice(0, 4).map((branch) => personIdOf(branch.id, postHolders(branch).secretary))];
  const person = peopleAt(required('CONSOLE_URL'), await issueAccounts(world, asked));
  const times = Array.from({ length: 100 }, (_, index) => index);
  const measure = async (name: string, most: number, by: string, path: string, response: z.ZodType, query = {}) => {
    const client: HttpClient = person(by);
    await client.request({ method: 'get', path, query, response });
    const took = await oneByOne(times, async () => {
      const answer = await client.request({ method: 'get', path, query, response });
      if (!answer.ok) throw new Error(`${path}: ${answer.refusal.code}`);
    });
    note(atMost(`${name}, p95`, percentile(took, 0.95), most, 'ms'));
  };
  const [, secretary = ''] = asked;
  const branch = county.branches[0]?.id;
  await measure('screen: to-do of a secretary', 100, secretary, '/todos', todosScreen);
  await measure("screen: a branch's month", 100, secretary, `/branch-months/${branch}/${first}`, branchMonthScreen);
  await measure('screen: list of a county, a page of 50', 300, department, '/branch-months', branchMonthPage, {
    period: first,
    page: 1,
    pageSize: 50,
  });
  await measure('screen: to-do of the county department', 300, department, '/todos', todosScreen);
}
