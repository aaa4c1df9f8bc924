import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { changedPartyDay } from '../test-support/calendar-scenes.ts';
import { aDeadline, at, hour } from '../test-support/deadlines.ts';
import { eventually } from '../test-support/eventually.ts';
import { timerEnds } from '../test-support/history.ts';
import { registered, resolved } from '../test-support/scenes.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const remindersOf = ({ scoring }: Story, step: string) => scoring.reminders.filter((reminder) => reminder.step === step);
const reached = (story: Story, steps: string[]) => eventually(() => expect(story.scoring.reached).toEqual(steps));

describe('a changed party day or calendar', () => {
  it('replaces the deadlines: applications stay open until the new one, and nothing happens at the old', async () => {
    const story = await stories.begin();
    await changedPartyDay(story);
    expect(timerEnds(await story.history(story.branchMonth), story.clock).slice(0, 4)).toEqual([
      ...['2026-11-03 09:00', '2026-11-05 09:00', '2026-11-06 00:00', '2026-11-13 00:00'],
    ]);
    expect(timerEnds(await story.history(story.memberMonth(1)), story.clock)).toEqual(['2026-11-06 00:00', '2026-11-13 00:00']);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
  });

  it('an extension for a step that is overdue reminds again, with numbers that go on', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-10'));
    expect(remindersOf(story, 'registration').map(({ n }) => n)).toEqual([1, 2]);
    const deadlines = [aDeadline('registration', '2026-11-20', [['2026-11-18'], ['2026-11-20']])];
    await story.reschedule(deadlines);
    await story.until(at('2026-11-21'));
    expect(remindersOf(story, 'registration').map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  it('of two extensions the later one holds, also where the word of the earlier one comes after it', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    const extended = (lastDay: string) => ({ state: story.scoring.write({ deadlines: [aDeadline('review', lastDay, [[lastDay]])] }) });
    const [earlier, later] = [extended('2026-11-13'), extended('2026-11-20')];
    for (const word of [later, earlier]) await story.signal(story.branchMonth, messages.deadlinesChanged, word);
    await story.until(at('2026-11-19'));
    expect(remindersOf(story, 'review')).toEqual([]);
    await story.until(at('2026-11-21'));
    expect(remindersOf(story, 'review')).toMatchObject([{ plannedFor: at('2026-11-20', 9) }]);
  });
});

describe('a clock that stands still and is moved by hand', () => {
  it('nothing happens while it stands, and a jump brings what falls due, the reminders collapsed to the newest', async () => {
    const story = await stories.begin();
    await story.setClock(at('2026-10-25', 8), 0, []);
    await story.begin(1);
    await story.environment.sleep('60 days');
    expect(story.scoring.reminders).toEqual([]);
    await story.setClock(at('2026-11-05', 12), 0, [story.branchMonth, story.memberMonth(1)]);
    await eventually(() => expect(remindersOf(story, 'application')).toHaveLength(1));
    expect(remindersOf(story, 'application')).toMatchObject([{ n: 2, level: 0 }]);
    await story.setClock(at('2026-11-06'), 0, [story.branchMonth, story.memberMonth(1)]);
    await reached(story, ['application/1']);
    expect(timerEnds(await story.history(story.branchMonth), story.clock)).toEqual([]);
  });

  it('a jump over several reminders of an overdue step sends one, at the level it has come to', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.setClock(at('2026-11-17', 12), 0, [story.branchMonth]);
    await eventually(() => expect(remindersOf(story, 'review')).toHaveLength(1));
    expect(remindersOf(story, 'review')).toMatchObject([{ n: 4, level: 2 }]);
  });

  it('a process that was not told of the move hears of it with the answer to a decision, and reminds at once', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.setClock(at('2026-11-06', 12), 0, [story.branchMonth]);
    await story.setClock(at('2026-11-17', 12), 0, []);
    await story.decide('registration-late', { kind: 'register' });
    await eventually(() => expect(remindersOf(story, 'review')).toMatchObject([{ n: 4, level: 2 }]));
  });

  it('a publication that was told of the move brings the time to its branch’s month, and so to the next round', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    story.scoring.supplement = 'posting';
    await eventually(() => story.history(story.publication(1)));
    await story.setClock(at('2026-11-10', 21), 0, [story.branchMonth, story.publication(1)]);
    await story.setClock(at('2026-12-10'), 0, [story.publication(1)]);
    await story.decide('posting', { kind: 'post' });
    await story.stage('filing');
    await story.decide('filing', { kind: 'file' });
    await eventually(() => expect(remindersOf(story, 'posting')).toContainEqual(expect.objectContaining({ round: 2 })));
  });

  it('a faster clock shortens the timers', async () => {
    const story = await stories.begin();
    await story.setClock(at('2026-10-25', 8), 1_000, []);
    await story.begin(1);
    await story.environment.sleep((at('2026-11-06') - at('2026-10-25', 8)) / 1_000 + hour / 1_000);
    await reached(story, ['application/1']);
    expect(remindersOf(story, 'application').map(({ n }) => n)).toEqual([1, 2]);
  });
});

describe('scoring whose clock is a little behind', () => {
  it('is asked again until the deadline has passed there too', async () => {
    const story = await stories.begin();
    await story.begin(1);
    story.clock = { ...story.clock, anchorBusiness: story.clock.anchorBusiness - 5_000 };
    await story.until(at('2026-11-06', 1));
    await reached(story, ['application/1']);
  });
});
