import { describe, expect, it } from '@jest/globals';
import { type MemberWait, messages } from '@jifen/contracts';
import { at } from '../test-support/deadlines.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

/** Entered on Monday, 26 October: the member is asked on Thursday, the recorder on the Tuesday after. */
const unconfirmed = (story: Story): MemberWait => ({
  memberId: story.member(1),
  step: 'entry-confirmation',
  since: at('2026-10-26', 9),
  reminders: [
    { at: at('2026-10-29', 9), n: 1, level: 0 },
    { at: at('2026-11-03', 9), n: 2, level: 1 },
  ],
});
const waitingLine = (story: Story): MemberWait => ({
  memberId: story.member(1),
  step: 'waiting-line',
  since: at('2026-12-01'),
  reminders: [{ at: at('2026-12-08', 9), n: 1, level: 0 }],
});
const wait = (story: Story, ...waits: MemberWait[]) => story.signal(story.memberMonth(1), messages.deadlinesChanged, { waits });
const told = (story: Story) =>
  story.scoring.reminders
    .filter(({ memberId }) => memberId === story.member(1))
    .map(({ step, level, plannedFor }) => [step, level, plannedFor]);

describe('an entry by telephone that its member has not confirmed', () => {
  it('is asked about once of the member, and once of the recorder', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-10-26', 9));
    await story.apply(1);
    await wait(story, unconfirmed(story));
    await story.until(at('2026-11-20'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(told(story)).toEqual([
      ['entry-confirmation', 0, at('2026-10-29', 9)],
      ['entry-confirmation', 1, at('2026-11-03', 9)],
    ]);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });

  it('is asked about no more by a process that has ended', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await wait(story, unconfirmed(story));
    await story.until(at('2026-10-30'));
    await story.signal(story.memberMonth(1), messages.left, undefined);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'left', application: 'applied' });
    await story.until(at('2026-11-20'));
    expect(told(story)).toEqual([['entry-confirmation', 0, at('2026-10-29', 9)]]);
  });
});

describe('a line that still waits after its round has closed', () => {
  it('is told of once, and its process ends when it is settled', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await story.until(at('2026-12-01', 1));
    await wait(story, waitingLine(story));
    await story.until(at('2026-12-20'));
    await story.settle(1, 2);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(told(story)).toEqual([['waiting-line', 0, at('2026-12-08', 9)]]);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });

  it('has no more than 40 events in a run, with everything that a member can wait for', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await wait(story, unconfirmed(story));
    await story.until(at('2026-12-01', 1));
    await wait(story, unconfirmed(story), waitingLine(story));
    await story.until(at('2026-12-20'));
    await story.settle(1, 2);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(told(story)).toHaveLength(3);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });
});
