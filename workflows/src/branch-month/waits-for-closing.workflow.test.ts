import { describe, expect, it } from '@jest/globals';
import { aDeadline, at } from '../test-support/deadlines.ts';
import { registered } from '../test-support/scenes.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

/** October of a quarter whose meeting is December's: on 10 January, at the latest on the 31st. */
describe('a month that waits for the meeting of its quarter (regulation 2-2, A11)', () => {
  it('reminds nobody of the meeting in between, not when it is due either, and follows the closing month’s resolution', async () => {
    const story = await stories.begin();
    const own = story.scoring.record.deadlines.filter(({ step }) => step !== 'meeting');
    story.scoring.write({ deadlines: [...own, aDeadline('meeting', '2027-01-31')] });
    await story.begin(1);
    await registered(story);
    await story.until(at('2026-11-10', 19));
    await story.decide('review', { kind: 'review' });
    const before = story.scoring.reminders.length;
    await story.until(at('2027-02-10'));
    expect(story.scoring.reminders.slice(before)).toEqual([]);
    expect(story.scoring.reminders.map(({ step }) => step)).not.toContain('meeting');
    expect(story.scoring.state.stage).toBe('meeting');
    await story.decide('resolution.2026-10', { kind: 'record-meeting', carried: true });
    expect([story.scoring.state.stage, story.scoring.applied.at(-1)]).toEqual(['posting', 'resolution.2026-10']);
  });
});
