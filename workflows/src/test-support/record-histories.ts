import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { changedPartyDay } from './calendar-scenes.ts';
import { at } from './deadlines.ts';
import { objectionMonth, returnedMonth } from './later-rounds.ts';
import { lateMonth, usualMonth } from './scenes.ts';
import { Story } from './story.ts';
import { createTimeSkipping, startWorkers } from './time-skipping.ts';

const scenes: Record<string, (story: Story) => Promise<void>> = {
  usual: (story) => usualMonth(story, 3),
  late: lateMonth,
  returned: returnedMonth,
  objection: objectionMonth,
  'calendar-change': changedPartyDay,
};

/** Tells each story once and writes the histories of its processes, one file a process. */
export async function recordHistories(folder: string, names = Object.keys(scenes)): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const [name, scene] of Object.entries(scenes)) {
    if (names.includes(name)) written.push(...(await record(folder, name, scene)));
  }
  return written;
}

async function record(folder: string, name: string, scene: (story: Story) => Promise<void>): Promise<string[]> {
  const environment = await createTimeSkipping();
  const clock = { anchorReal: await environment.currentTimeMs(), anchorBusiness: at('2026-10-25', 8), speed: 1 };
  const story = new Story(environment, 'lianhu', clock);
  const workers = await startWorkers(environment, story.scoring.activities);
  await scene(story);
  const processes = {
    'branch-month': story.branchMonth,
    'member-month': story.memberMonth(1),
    'publication-1': story.publication(1),
    'publication-2': story.publication(2),
  };
  const written: string[] = [];
  for (const [process, workflowId] of Object.entries(processes)) {
    const history = await story.history(workflowId).catch(() => undefined);
    if (!history) continue;
    const path = join(folder, `${name}.${process}.json`);
    await writeFile(path, `${historyToJSON(history)}\n`);
    written.push(path);
  }
  await workers.stop();
  await environment.teardown();
  return written;
}
