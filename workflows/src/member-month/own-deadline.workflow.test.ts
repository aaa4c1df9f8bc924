import { describe, expect, it } from '@jest/globals';
import { type MemberWait, messages } from '@jifen/contracts';
import { at } from '../test-support/deadlines.ts';
import { timerEnds } from '../test-support/history.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

/** The member may apply until the end of the registration's day, and is told once, on its morning. */
const ownDay = (story: Story): MemberWait => ({
  memberId: story.member(1),
  step: 'application',
  dueAt: at('2026-11-07'),
  lastDay: '2026-11-06',
  reminders: [{ at: at('2026-11-06', 9), n: 1, level: 0 }],
});
const extend = (story: Story, wait = ownDay(story)) =>
  story.signal(story.memberMonth(1), messages.deadlinesChanged, { applicationDueAt: wait.dueAt, waits: [wait] });
const toldOf = (story: Story) => story.scoring.reminders.filter(({ memberId }) => memberId !== undefined);

describe('a member with a last day of their own (个别延期)', () => {
  it('is told once, and is in time until its midnight', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await extend(story);
    await story.until(at('2026-11-06', 10));
    await story.apply(1);
    await story.until(at('2026-11-08'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    const reminder = { branchId: story.branchId, period: '2026-10', round: 1, step: 'application', memberId: story.member(1) };
    expect(toldOf(story)).toMatchObject([{ ...reminder, n: 1, level: 0, plannedFor: at('2026-11-06', 9) }]);
    expect(timerEnds(await story.history(story.memberMonth(1)), story.clock)).toEqual([
      '2026-11-06 00:00',
      '2026-11-06 09:00',
      '2026-11-07 00:00',
    ]);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });

  it('given after the others’ is waited for again, and late from its midnight on', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-06', 8));
    await extend(story);
    await story.until(at('2026-11-07'));
    await story.apply(1);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'late' });
    expect(toldOf(story)).toHaveLength(1);
  });

  it('that moves on is told of anew, never twice of the same', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await extend(story);
    await story.until(at('2026-11-06', 10));
    const reminders = [{ at: at('2026-11-09', 9), n: 1, level: 0 }];
    await extend(story, { ...ownDay(story), dueAt: at('2026-11-10'), lastDay: '2026-11-09', reminders });
    await extend(story, { ...ownDay(story), dueAt: at('2026-11-10'), lastDay: '2026-11-09', reminders });
    await story.until(at('2026-11-11'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'absent' });
    expect(toldOf(story).map(({ plannedFor }) => plannedFor)).toEqual([at('2026-11-06', 9), at('2026-11-09', 9)]);
  });

  it('is known to a process that goes on from the record, and to its next run', async () => {
    const story = await stories.begin();
    await story.open(1, { memberWaits: [ownDay(story)] });
    for (let moved = 1; moved <= 12; moved += 1) {
      await story.atRest();
      await story.setClock(at('2026-10-26', moved), 0, [story.memberMonth(1)]);
    }
    await story.setClock(at('2026-11-06', 9), 0, [story.memberMonth(1)]);
    await story.atRest();
    await story.setClock(at('2026-11-06', 23), 0, [story.memberMonth(1)]);
    await story.apply(1);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(toldOf(story)).toHaveLength(1);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });
});
