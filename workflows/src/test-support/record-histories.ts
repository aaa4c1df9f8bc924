import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isGrpcServiceError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { changedPartyDay } from './calendar-scenes.ts';
import { CountyStage } from './county-stage.ts';
import { type History, runsOf } from './history.ts';
import { objectionMonth, returnedMonth } from './later-rounds.ts';
import { leavingMember, toldMember } from './member-scenes.ts';
import { lateMonth, usualMonth } from './scenes.ts';
import type { Story } from './story.ts';
import { Storyteller } from './storyteller.ts';

const scenes: Record<string, (story: Story) => Promise<void>> = {
  usual: (story) => usualMonth(story, 3),
  late: lateMonth,
  returned: returnedMonth,
  objection: objectionMonth,
  'calendar-change': changedPartyDay,
  told: toldMember,
  left: leavingMember,
};

const county = 'county';
/** gRPC's status. */
const notFound = 5;

/** Tells each story once and writes the histories of its processes, one file a run. */
export async function recordHistories(folder: string, names = [...Object.keys(scenes), county]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const teller = await Storyteller.appear();
  const written: string[] = [];
  for (const [name, scene] of Object.entries(scenes)) {
    if (!names.includes(name)) continue;
    const story = await teller.begin();
    await teller.startWorkers();
    await scene(story);
    written.push(...(await write(folder, name, story)));
  }
  await teller.leave();
  return [...written, ...(names.includes(county) ? await recordCounty(folder) : [])];
}

/** A county's month in two pages, with a branch that refuses, and the tick that began it; one file a run. */
async function recordCounty(folder: string): Promise<string[]> {
  const stage = await CountyStage.appear();
  await stage.learnScheduledTime();
  stage.begin(7);
  const tick = await stage.tick('2026-10-01T00:10:00+08:00');
  stage.begin(7).refusals = { 'branch-003': 'post-vacant' };
  await stage.start({ pageSize: 4 });
  await stage.end();
  const runs = await stage.runs();
  const ofTick = await stage.historyOf(tick.workflowId);
  await stage.leave();
  return [await keep(join(folder, `${county}.month-tick.json`), ofTick), ...(await keepRuns(folder, `${county}.county-month`, runs))];
}

async function write(folder: string, name: string, story: Story): Promise<string[]> {
  const processes = {
    'branch-month': story.branchMonth,
    'member-month': story.memberMonth(1),
    'publication-1': story.publication(1),
    'publication-2': story.publication(2),
  };
  const written: string[] = [];
  for (const [process, workflowId] of Object.entries(processes)) {
    const runs = await runsOf(story.environment.client, workflowId).catch(unlessNeverStarted);
    written.push(...(await keepRuns(folder, `${name}.${process}`, runs)));
  }
  return written;
}

function unlessNeverStarted(error: unknown): History[] {
  if (isGrpcServiceError(error) && error.code === notFound) return [];
  throw error;
}

/** A process that went on in other runs has a number after its name. */
const keepRuns = (folder: string, process: string, runs: readonly History[]): Promise<string[]> =>
  Promise.all(runs.map((history, index) => keep(join(folder, `${process}${runs.length > 1 ? `-${index + 1}` : ''}.json`), history)));

async function keep(path: string, history: History): Promise<string> {
  await writeFile(path, `${historyToJSON(history)}\n`);
  return path;
}
