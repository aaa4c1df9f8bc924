import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { changedPartyDay } from './calendar-scenes.ts';
import { objectionMonth, returnedMonth } from './later-rounds.ts';
import { lateMonth, usualMonth } from './scenes.ts';
import type { Story } from './story.ts';
import { Storyteller } from './storyteller.ts';

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
  return written;
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
    const history = await story.history(workflowId).catch(() => undefined);
    if (!history) continue;
    const path = join(folder, `${name}.${process}.json`);
    await writeFile(path, `${historyToJSON(history)}\n`);
    written.push(path);
  }
  return written;
}
