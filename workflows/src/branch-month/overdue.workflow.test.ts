import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { at } from '../test-support/deadlines.ts';
import { posted, registered, resolved } from '../test-support/scenes.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const remindersOf = ({ scoring }: Story, step: string) =>
  scoring.reminders.filter((reminder) => reminder.step === step).map(({ n, level, round }) => ({ n, level, round }));

describe('a step that nobody takes', () => {
  it('a missing recorder: the reminders go on and reach the level of their deputy', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-12'));
    expect(remindersOf(story, 'registration')).toEqual([
      { n: 1, level: 0, round: 1 },
      { n: 2, level: 0, round: 1 },
      { n: 3, level: 1, round: 1 },
    ]);
    expect(story.scoring.state.stage).toBe('registering');
  });

  it('a committee that does not act: it is brought to the level above, and silence approves nothing', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.until(at('2026-11-18'));
    expect(remindersOf(story, 'review').map(({ level }) => level)).toEqual([0, 0, 1, 2]);
    await story.until(at('2027-03-01'));
    expect(remindersOf(story, 'review')).toHaveLength(4);
    expect(story.scoring.state.stage).toBe('reviewing');
  });

  it('each reminder goes out at its hour', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-05', 10));
    const minutes = story.scoring.reminders.map((reminder) => Math.round(reminder.at / 60_000) * 60_000);
    expect(minutes).toEqual([at('2026-11-03', 9), at('2026-11-05', 9)]);
  });

  it('a process started late reminds once of the step it is in, with the newest reminder', async () => {
    const story = await stories.begin({ at: at('2026-11-14') });
    story.scoring.write({ stage: 'reviewing' });
    await story.open(0, { resume: true });
    await story.until(at('2026-11-15'));
    expect(remindersOf(story, 'review')).toEqual([{ n: 3, level: 1, round: 1 }]);
  });
});

describe('a meeting without quorum (regulation 2-2 step 6)', () => {
  it('is recorded, the month stays at its meeting, and the repetition carries it', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.until(at('2026-11-10', 19));
    await story.decide('review', { kind: 'review' });
    await story.decide('first-meeting', { kind: 'record-meeting', carried: false });
    expect(story.scoring.state.stage).toBe('meeting');
    await story.until(at('2026-11-17', 20));
    await story.decide('second-meeting', { kind: 'record-meeting', carried: true });
    await story.projected('second-meeting');
    await story.decide('posting', { kind: 'post' });
    expect(story.scoring.applied).toEqual(['registration', 'review', 'first-meeting', 'second-meeting', 'posting']);
  });
});

describe('the word that the ledger is complete', () => {
  it('posting waits for it', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.until(at('2026-11-10', 19));
    await story.decide('review', { kind: 'review' });
    await story.decide('resolution', { kind: 'record-meeting', carried: true });
    expect(await story.send('posting', { kind: 'post' })).toEqual({ outcome: 'no-such-process' });
    await story.projected('resolution');
    await story.decide('posting', { kind: 'post' });
    expect(story.scoring.state.stage).toBe('publicity');
  });

  it('that comes before the answer of the meeting is not lost', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.until(at('2026-11-10', 19));
    await story.decide('review', { kind: 'review' });
    story.scoring.meanwhile = () => story.projected('resolution');
    await story.decide('resolution', { kind: 'record-meeting', carried: true });
    story.scoring.meanwhile = undefined;
    await posted(story);
    expect(story.scoring.state.stage).toBe('publicity');
  });

  it('of an earlier round that comes again does not open the next one', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    const word = { actId: 'resolution', state: story.scoring.state };
    await story.signal(story.branchMonth, messages.projected, word);
    await posted(story);
    await story.until(at('2026-11-20', 8));
    await story.stage('filing');
    await story.decide('filing', { kind: 'file' });
    story.scoring.supplement = 'meeting';
    await story.until(at('2026-12-02'));
    await story.stage('meeting', 2);
    await story.decide('resolution-2', { kind: 'record-meeting', carried: true });
    await story.signal(story.branchMonth, messages.projected, word);
    expect(await story.send('posting-2', { kind: 'post' })).toEqual({ outcome: 'no-such-process' });
  });
});
