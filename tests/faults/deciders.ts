import { actAnswer, type BranchMonthView, branchMonthPage, branchMonthView, type DecisionContent } from '@jifen/contracts';
import type { BranchPlan } from '../../infra/demo/src/county.ts';
import { branches } from '../../infra/demo/src/demo-county.ts';
import { personIdOf, postHolders, superiorOf } from '../../infra/demo/src/people.ts';
import { insist, type World } from '../../infra/demo/src/world.ts';
import type { Write } from './client.ts';
import type { Ids, Writer } from './writers.ts';

type Desk = { world: World; branch: BranchPlan; period: string; today: string; ids: Ids };

const countyDepartment = 'p-chenghe-01';
const patience = 240;

/** A post holder of every branch whose month waits for a decision. */
export async function deciders({ world, today, ids }: Pick<Desk, 'world' | 'today' | 'ids'>): Promise<Writer[]> {
  const query = { page: 1, pageSize: 100 };
  const request = { method: 'get', path: '/branch-months', query, response: branchMonthPage, actingFor: countyDepartment } as const;
  const { items } = await insist(world, world.scoring, request);
  return items.flatMap(({ branchId, period, stage }) => {
    const branch = branches.find(({ id }) => id === branchId);
    return branch && holderOf(branch, stage) ? [decider({ world, branch, period, today, ids })] : [];
  });
}

/** Nobody else decides here, so an awaited step that was just read cannot be over. */
const unjust = new Set(['wrong-step', 'round-over', 'stale-roster', 'different-body']);

/** Decides what the month waits for, withdraws it, decides again; stops where another person is needed. */
function decider(desk: Desk): Writer {
  let standing: { actId: string; by: string } | undefined;
  let stopped = false;
  return {
    next: async () => (stopped ? undefined : standing ? withdrawal(desk, standing) : decision(desk)),
    async answered({ op, key, request: { actingFor: by } }, answer) {
      if ('refused' in answer && unjust.has(answer.refused)) throw new Error(`${op} ${key} was refused: ${answer.refused}`);
      const status = 'status' in answer ? answer.status : 'refused';
      if ((status === 'pending' ? await becomes(desk, key, by) : status) === 'refused') stopped = true;
      else standing = op === 'decide' ? { actId: key, by } : undefined;
    },
  };
}

const pathOf = ({ branch, period }: Desk) => `/branch-months/${branch.id}/${period}`;

/** A recorded act is eventually delivered, or refused with a reason. */
async function becomes({ world, ...desk }: Desk, actId: string, by: string): Promise<'effective' | 'refused'> {
  const path = `${pathOf({ world, ...desk })}/decisions/${actId}`;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const { status } = await insist(world, world.scoring, { method: 'get', path, response: actAnswer, actingFor: by });
    if (status !== 'pending') return status === 'refused' ? 'refused' : 'effective';
    await world.pause();
  }
  throw new Error(`${actId} was recorded and is still on its way`);
}

async function decision(desk: Desk): Promise<Write | undefined> {
  const view = await read(desk, countyDepartment);
  const by = holderOf(desk.branch, view.stage);
  const content = contentOf(view, desk.today);
  return by && content ? write(desk, { op: 'decide', by, view, content }) : undefined;
}

async function withdrawal(desk: Desk, { actId, by }: { actId: string; by: string }): Promise<Write> {
  return write(desk, { op: 'withdraw-decision', by, view: await read(desk, by), content: { kind: 'withdraw', actId } });
}

async function read({ world, ...desk }: Desk, by: string): Promise<BranchMonthView> {
  const path = pathOf({ world, ...desk });
  return insist(world, world.scoring, { method: 'get', path, response: branchMonthView, actingFor: by });
}

type Made = { op: Write['op']; by: string; view: BranchMonthView; content: DecisionContent };

function write(desk: Desk, { op, by, view, content }: Made): Write {
  const key = desk.ids();
  const { round, rosterHash } = view;
  const body = { actId: key, round, rosterHash, content };
  const value = { branchId: desk.branch.id, period: desk.period, kind: content.kind };
  return { op, key, value, request: { method: 'post', path: `${pathOf(desk)}/decisions`, body, actingFor: by } };
}

/** Who decides what a stage waits for. */
function holderOf(branch: BranchPlan, stage: BranchMonthView['stage']): string | undefined {
  const { secretary, recorder } = postHolders(branch);
  const person = (n: number) => personIdOf(branch.id, n);
  if (stage === 'registering' || stage === 'posting' || stage === 'filing') return person(recorder);
  if (stage === 'reviewing') return person(branch.committeeSize === 0 ? secretary : 2);
  if (stage === 'meeting') return person(secretary);
  return stage === 'filed' ? superiorOf(branch) : undefined;
}

function contentOf({ stage, rows, meetingOn }: BranchMonthView, today: string): DecisionContent | undefined {
  if (stage === 'registering') return { kind: 'register', lines: rows.map(({ memberId, proposed }) => ({ memberId, ...proposed })) };
  if (stage === 'reviewing') return { kind: 'review', changes: [] };
  if (stage === 'meeting') return resolution(rows, meetingOn && meetingOn < today ? meetingOn : today);
  if (stage === 'posting') return { kind: 'post', postedOn: today, place: '党务公开栏' };
  if (stage === 'filing') return { kind: 'file' };
  return stage === 'filed' ? { kind: 'receive' } : undefined;
}

function resolution(rows: BranchMonthView['rows'], heldOn: string): DecisionContent {
  const present = rows.filter(({ votes }) => votes).map(({ memberId }) => memberId);
  const votes = { inFavour: present.length, against: 0, abstained: 0 };
  return { kind: 'record-meeting', heldOn, present, onLeave: [], ...votes, separate: [], changes: [], carried: true };
}
