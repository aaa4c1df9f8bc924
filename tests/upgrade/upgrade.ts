import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BranchMonthView, branchMonthView, reconciledAnswer } from '@jifen/contracts';
import { createConnection, mongo } from 'mongoose';
import { file, holdMeeting, post, receive, register, review, reviewOwnLine } from '../../infra/demo/src/branch-steps.ts';
import { advanceTo } from '../../infra/demo/src/clock.ts';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { fillInCounty } from '../../infra/demo/src/fill-in-county.ts';
import { departmentOf, peopleOf, personIdOf } from '../../infra/demo/src/people.ts';
import { insist } from '../../infra/demo/src/world.ts';
import { check } from '../faults/check.ts';
import { required } from '../faults/environment.ts';
import { readSnapshot } from '../faults/read-snapshot.ts';
import { stackIn } from '../faults/stack.ts';
import { seedWorld } from '../whole/seed-world.ts';
import { until } from '../whole/until.ts';

type Kept = { version: string } & Record<
  'acts' | 'branchMonths' | 'ledger' | 'sheets',
  { _id: never; branchId: string; period: string; stage: string }[]
>;
type Branch = (typeof branches)[number];

const kept: Kept = mongo.BSON.EJSON.parse(readFileSync(join(import.meta.dirname, 'snapshot.json'), 'utf8'));
const stack = stackIn(required('JIFEN_DATA_DIR'));
const say = (line: string) => process.stderr.write(`${line}\n`);
const world = seedWorld(stack, say);
const servers = {
  mongoUrl: required('MONGO_URL'),
  temporalAddress: required('TEMPORAL_ADDRESS'),
  temporalNamespace: required('TEMPORAL_NAMESPACE'),
  auditSecret: stack.secret('audit-scoring'),
};
const department = departmentOf(demoCounty);
const open = kept.branchMonths.filter(({ stage }) => stage !== 'closed');

await fillInCounty(world, demoCounty, peopleOf(demoCounty));
await bringBack();
await restartScoring();
for (const { branchId, period, stage } of open) {
  const path = `/branch-months/${branchId}/${period}/processes`;
  const { started } = await insist(world, world.scoring, { method: 'post', path, response: reconciledAnswer, actingFor: department });
  say(`${branchId}/${period} stands at ${stage}; ${started.length} processes go on from the record`);
}
for (const { branchId, period } of open) await finish(branchOf(branchId), period);
const findings = (await check([], await readSnapshot(servers))).map(({ fault, what }) => `${fault}: ${what}`);
process.stdout.write(
  `${open.length} months of version ${kept.version} were finished; ${findings.length} findings\n${findings.join('\n')}\n`,
);
process.exitCode = open.length > 0 && findings.length === 0 ? 0 : 1;

/** Restores the record of that version, without its people, who come from this version's county. */
async function bringBack(): Promise<void> {
  const store = await createConnection(servers.mongoUrl, { dbName: 'jifen_scoring' }).asPromise();
  for (const name of ['acts', 'branchMonths', 'ledger', 'sheets'] as const) await store.collection(name).insertMany(kept[name]);
  await store.close();
}

async function restartScoring(): Promise<void> {
  const killed = stack.kill(['scoring']);
  await until(
    async () => (await stack.notReady(killed)).length === 0,
    60_000,
    () => 'scoring is ready again',
  );
}

function branchOf(branchId: string): Branch {
  const branch = branches.find(({ id }) => id === branchId);
  if (branch) return branch;
  throw new Error(`${branchId} is no branch of the demo county`);
}

/** Everybody does what the month waits for, until it is closed. */
async function finish(branch: Branch, period: string): Promise<void> {
  for (;;) {
    const view = await read(branch, period);
    if (view.stage === 'closed') return;
    say(`${branch.id}/${period}: ${view.stage}`);
    await doNext(branch, view);
    await leaves(branch, view);
  }
}

function read(branch: Branch, period: string): Promise<BranchMonthView> {
  const path = `/branch-months/${branch.id}/${period}`;
  return insist(world, world.scoring, { method: 'get', path, response: branchMonthView, actingFor: personIdOf(branch.id, 1) });
}

function dueOf({ deadlines, branchId }: BranchMonthView, step: string): BranchMonthView['deadlines'][number] {
  const deadline = deadlines.find((one) => one.step === step);
  if (deadline) return deadline;
  throw new Error(`${branchId} has no deadline for ${step}`);
}

async function doNext(branch: Branch, view: BranchMonthView): Promise<void> {
  const { period } = view;
  switch (view.stage) {
    case 'registering':
      return register(world, branch, period);
    case 'reviewing':
      await review(world, branch, period);
      return branch.committeeSize === 0 ? undefined : reviewOwnLine(world, branch, period);
    case 'meeting':
      await advanceTo(world, Date.parse(`${view.meetingOn}T20:00:00+08:00`));
      return holdMeeting(view.meetingOn ?? '')(world, branch, period);
    case 'posting': {
      const { lastDay } = dueOf(view, 'posting');
      await advanceTo(world, Date.parse(`${lastDay}T09:00:00+08:00`));
      return post(lastDay)(world, branch, period);
    }
    case 'publicity':
      return advanceTo(world, dueOf(view, 'publicity').dueAt);
    case 'filing':
      return file(world, branch, period);
    case 'filed':
      await receive(world, branch, period);
      return advanceTo(world, dueOf(view, 'return-window').dueAt);
    default:
      throw new Error(`${view.branchId} stands at ${view.stage}`);
  }
}

async function leaves(branch: Branch, { stage, period }: BranchMonthView): Promise<void> {
  const hasLeft = async () => (await read(branch, period)).stage !== stage;
  await until(hasLeft, 60_000, () => `${branch.id}/${period} leaves ${stage}`);
}
