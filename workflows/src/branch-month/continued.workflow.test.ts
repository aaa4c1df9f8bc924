import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { aDeadline, at } from '../test-support/deadlines.ts';
import { eventually } from '../test-support/eventually.ts';
import { childrenOf, eventsOf, type History, timerEnds } from '../test-support/history.ts';
import { filed, posted, registered, resolved } from '../test-support/scenes.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const remindersOf = ({ scoring }: Story, step: string) =>
  scoring.reminders.filter((reminder) => reminder.step === step).map(({ n, level }) => ({ n, level }));

async function begin(historyLimit: number): Promise<Story> {
  const story = await stories.begin();
  story.historyLimit = historyLimit;
  await story.begin(1);
  return story;
}

/** Whether the worker has dealt with everything so far: a run cannot end while signals keep coming. */
function isAtRest(history: History): boolean {
  const last = eventsOf(history).at(-1);
  return !(
    last?.workflowExecutionSignaledEventAttributes ??
    last?.workflowTaskScheduledEventAttributes ??
    last?.workflowTaskStartedEventAttributes
  );
}

/** One signal after the other, each when the one before is dealt with, until the branch's process goes on in another run. */
async function nextRun(story: Story): Promise<void> {
  const handle = story.environment.client.workflow.getHandle(story.branchMonth);
  const { runId } = await handle.describe();
  await eventually(async () => {
    if (!isAtRest(await story.history(story.branchMonth))) throw new Error('the worker is busy');
    if ((await handle.describe()).runId !== runId) return;
    await story.signal(story.branchMonth, messages.clockChanged, { clock: story.clock });
    throw new Error('still the same run');
  });
}

async function inputOfRun(story: Story): Promise<unknown> {
  const [first] = (await story.history(story.branchMonth)).events ?? [];
  const data = first?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  return JSON.parse(new TextDecoder().decode(data ?? undefined));
}

describe("a branch's month that goes on in another run because its history is full", () => {
  it('keeps its step, its clock, its deadlines and the acts it knows', async () => {
    const story = await begin(60);
    await registered(story);
    await story.setClock(at('2026-11-07', 8), 1, [story.branchMonth]);
    await nextRun(story);
    expect(await inputOfRun(story)).toMatchObject({
      memberIds: [],
      resume: true,
      clock: story.clock,
      state: { ...story.scoring.state, stage: 'reviewing', round: 1, actIds: ['registration'] },
    });
    expect(timerEnds(await story.history(story.branchMonth), story.clock)).toEqual(['2026-11-10 09:00']);
  });

  it('reminds of nothing twice, and its numbers go on after those of a deadline that was extended', async () => {
    const story = await begin(90);
    await registered(story);
    await story.until(at('2026-11-11', 10));
    const deadlines = [aDeadline('review', '2026-11-16', [['2026-11-13'], ['2026-11-16'], ['2026-11-18', 1]])];
    await story.reschedule(deadlines);
    await story.until(at('2026-11-14'));
    const before = [1, 2, 3].map((n) => ({ n, level: 0 }));
    expect(remindersOf(story, 'review')).toEqual(before);
    await nextRun(story);
    await story.until(at('2026-11-15'));
    expect(remindersOf(story, 'review')).toEqual(before);
    await story.until(at('2026-11-19'));
    expect(remindersOf(story, 'review')).toEqual([...before, { n: 4, level: 0 }, { n: 5, level: 1 }]);
  });

  it('knows the decisions of the run before, and takes on new ones', async () => {
    const story = await begin(60);
    await registered(story);
    await nextRun(story);
    expect(await story.send('registration', { kind: 'register' })).toEqual({ outcome: 'effective' });
    await story.decide('review', { kind: 'review' });
    expect(await story.send('registration-again', { kind: 'register' })).toEqual({ outcome: 'never', code: 'wrong-step' });
    expect(story.scoring.applied).toEqual(['registration', 'review']);
  });

  it('still waits for the ledger, and opens the posting when the word comes', async () => {
    const story = await begin(90);
    await registered(story);
    await story.until(at('2026-11-10', 20));
    await story.decide('review', { kind: 'review' });
    await story.decide('resolution', { kind: 'record-meeting', carried: true });
    await nextRun(story);
    expect(await story.send('posting', { kind: 'post' })).toEqual({ outcome: 'no-such-process' });
    await story.projected('resolution');
    await posted(story);
    expect(story.scoring.state.stage).toBe('publicity');
  });

  it('while its list is public starts no second publication, and ends with the first', async () => {
    const story = await begin(110);
    await registered(story);
    await resolved(story);
    await posted(story);
    await nextRun(story);
    await filed(story);
    await story.result(story.branchMonth);
    expect(childrenOf(await story.history(story.branchMonth))).toBe(0);
    expect(await story.result(story.publication(1))).toMatchObject({ stage: 'closed' });
    expect(story.scoring.applied).toEqual(['registration', 'review', 'resolution', 'posting', 'filing', 'receipt']);
    expect(story.scoring.reached).toEqual(['application/1', 'publicity/1', 'return-window/1']);
  });
});
