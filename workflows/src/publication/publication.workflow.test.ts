import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { aDeadline, at, hour } from '../test-support/deadlines.ts';
import { objectionMonth, returnedMonth, supplementBegun } from '../test-support/later-rounds.ts';
import { filed, posted, registered, resolved } from '../test-support/scenes.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const dayOf = (instant: number) => new Date(instant + 8 * hour).toISOString().slice(0, 10);

const remindersOf = ({ scoring }: Story, step: string) =>
  scoring.reminders.filter((reminder) => reminder.step === step).map(({ n, round }) => ({ n, round }));

describe('a returned filing (regulation 2-2 step 8)', () => {
  it('ends its round, and the next round is posted and filed again', async () => {
    const story = await stories.begin();
    await returnedMonth(story);
    expect(await story.result(story.publication(1))).toMatchObject({ stage: 'posting', round: 2 });
    expect(await story.result(story.publication(2))).toMatchObject({ stage: 'closed', round: 2 });
    expect(story.scoring.applied.slice(-3)).toEqual(['return', 'posting-2', 'filing-2']);
    expect(story.scoring.reached).toEqual(['application/1', 'publicity/1', 'publicity/2', 'return-window/2']);
  });

  it('the reminders of the second round are not swallowed by those of the first', async () => {
    const story = await stories.begin();
    await returnedMonth(story);
    expect(remindersOf(story, 'posting')).toEqual([{ n: 1, round: 2 }]);
    expect(remindersOf(story, 'filing')).toContainEqual({ n: 2, round: 2 });
  });

  it('an extra round costs the branch at most 70 events, and all of its publication no more', async () => {
    const story = await stories.begin();
    await returnedMonth(story);
    expect(await story.events(story.branchMonth)).toBeLessThanOrEqual(140 + 3 * 2 + 12 * 5 + 70);
    expect(await story.events(story.publication(2))).toBeLessThanOrEqual(70);
  });

  it('a decision of the first round comes too late for the second', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await posted(story);
    await filed(story);
    await story.decide('return', { kind: 'return', backTo: 'filing' });
    await story.decide('filing-2', { kind: 'file' });
    const late = await story.send('filing-late', { kind: 'file' }, { round: 1, workflowId: story.publication(2) });
    expect(late).toEqual({ outcome: 'never', code: 'round-over' });
  });
});

describe('an objection (regulation 2-2 step 7)', () => {
  it('holds back one line: the rest is filed on time, the line follows as a supplement', async () => {
    const story = await stories.begin();
    await objectionMonth(story);
    expect(await story.result(story.publication(1))).toMatchObject({ stage: 'posting', round: 2 });
    expect(await story.result(story.publication(2))).toMatchObject({ stage: 'closed', round: 2 });
    expect(story.scoring.reached).toEqual(['application/1', 'publicity/1', 'return-window/1', 'publicity/2', 'return-window/2']);
  });

  it('is reminded of beside the steps until it is answered, level by level; silence answers nothing', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await posted(story);
    const { dueAt, lastDay, reminders } = aDeadline('filing', '2026-11-17', [
      ['2026-11-17'],
      ['2026-11-19'],
      ['2026-11-23', 1],
      ['2026-11-25', 2],
    ]);
    const state = story.scoring.write({ beside: [{ step: 'objection', dueAt, lastDay, reminders }] });
    await story.signal(story.publication(1), messages.deadlinesChanged, { state });
    await filed(story);
    expect(story.scoring.reached).not.toContain('objection/1');
    story.scoring.write({ beside: [] });
    await story.decide('answer', { kind: 'answer-objection' });
    await story.result(story.branchMonth);
    const sent = story.scoring.reminders
      .filter(({ step }) => step === 'objection')
      .map(({ n, level, at: sentAt }) => [n, level, dayOf(sentAt)]);
    expect(sent).toEqual([
      [1, 0, '2026-11-17'],
      [2, 0, '2026-11-19'],
      [3, 1, '2026-11-23'],
    ]);
  });
});

describe('a supplement of late lines', () => {
  it('goes through the steps of the meeting again before its own publication', async () => {
    const story = await stories.begin();
    await supplementBegun(story);
    await story.decide('registration-2', { kind: 'register' });
    await story.decide('review-2', { kind: 'review' });
    await story.decide('resolution-2', { kind: 'record-meeting', carried: true });
    await story.projected('resolution-2');
    await story.decide('posting-2', { kind: 'post' });
    expect(story.scoring.state).toMatchObject({ stage: 'publicity', round: 2 });
  });

  it('is reminded of step by step on days of its own, long after those of its month', async () => {
    const story = await stories.begin();
    await supplementBegun(story);
    const ofMonth = story.scoring.reminders.length;
    await story.until(at('2026-12-03', 10));
    await story.decide('registration-2', { kind: 'register' });
    await story.until(at('2026-12-11', 10));
    await story.decide('review-2', { kind: 'review' });
    await story.until(at('2026-12-30'));
    const sent = story.scoring.reminders.slice(ofMonth).map(({ step, n, round, at: sentAt }) => [step, n, round, dayOf(sentAt)]);
    expect(sent).toEqual([
      ['registration', 1, 2, '2026-12-01'],
      ['registration', 2, 2, '2026-12-03'],
      ['review', 1, 2, '2026-12-08'],
      ['review', 2, 2, '2026-12-10'],
      ['review', 3, 2, '2026-12-11'],
      ['meeting', 1, 2, '2026-12-29'],
    ]);
  });
});

describe('a withdrawal (撤回)', () => {
  it('of the filing leads back to filing, and it is filed again', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await posted(story);
    await story.until(at('2026-11-20', 8));
    await story.stage('filing');
    await story.decide('filing', { kind: 'file' });
    await story.decide('withdrawal', { kind: 'withdraw', withdrawsTo: 'filing' }, { workflowId: story.publication(1) });
    await story.decide('filing-again', { kind: 'file' });
    expect(story.scoring.state).toMatchObject({ stage: 'filed', round: 1 });
  });

  it('of the resolution leads back to the meeting; the round that waits for its posting goes on with the new one', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await story.decide('withdrawal', { kind: 'withdraw', withdrawsTo: 'meeting' });
    await story.decide('resolution-again', { kind: 'record-meeting', carried: true });
    await story.projected('resolution-again');
    await posted(story);
    await filed(story);
    await story.result(story.branchMonth);
    expect(story.scoring.state).toMatchObject({ stage: 'closed', round: 1 });
  });

  it('of the resolution refuses a posting that comes after it; with the new resolution the list is posted', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await story.decide('withdrawal', { kind: 'withdraw', withdrawsTo: 'meeting' });
    expect(await story.send('posting-early', { kind: 'post' })).toEqual({ outcome: 'never', code: 'wrong-step' });
    await story.decide('resolution-again', { kind: 'record-meeting', carried: true });
    await story.projected('resolution-again');
    await posted(story);
    expect(story.scoring.state).toMatchObject({ stage: 'publicity', round: 1 });
  });
});
