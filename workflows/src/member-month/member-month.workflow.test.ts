import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { at } from '../test-support/deadlines.ts';
import { timerEnds } from '../test-support/history.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

async function withdraw(story: Story): Promise<void> {
  await story.signal(story.memberMonth(1), messages.applicationWithdrawn, { actId: 'withdrawal', at: Math.floor(await story.now()) });
}

async function moveClock(story: Story, anchorBusiness: number, speed: number): Promise<void> {
  for (let moved = 1; moved <= 12; moved += 1) {
    await story.setClock(anchorBusiness + moved, speed, [story.memberMonth(1)]);
    await story.atRest();
  }
}

async function wasContinued(story: Story): Promise<boolean> {
  const [first] = (await story.history(story.memberMonth(1))).events ?? [];
  return Boolean(first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId);
}

describe("a member's month (regulation 2-2 step 3)", () => {
  it('takes 16 events at most on its usual path, one timer and no activity', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-10-28'));
    await story.apply(1);
    await story.until(at('2026-12-01'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(16);
    expect(timerEnds(await story.history(story.memberMonth(1)), story.clock)).toEqual(['2026-11-06 00:00']);
  });

  it('an application withdrawn in time may be made again until the deadline', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await withdraw(story);
    await story.until(at('2026-11-05', 23));
    await story.apply(1);
    await story.until(at('2026-11-07'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
  });

  it('an application withdrawn and not made again is missing at the deadline', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await withdraw(story);
    await story.until(at('2026-11-07'));
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'absent' });
  });

  it('ends when the member leaves the branch', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.signal(story.memberMonth(1), messages.left, undefined);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'left', application: 'waiting-application' });
  });

  it('an application that is signalled twice is one application', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await story.apply(1);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
  });

  it('never has more than 40 events in one run, however often the clock is moved', async () => {
    const story = await stories.begin();
    await story.begin(1);
    for (let moved = 1; moved <= 12; moved += 1) {
      await story.setClock(at('2026-10-26', moved), 0, [story.memberMonth(1)]);
      await story.atRest();
    }
    await story.setClock(at('2026-11-06'), 0, [story.memberMonth(1)]);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'absent' });
    expect(await wasContinued(story)).toBe(true);
    expect(await story.events(story.memberMonth(1))).toBeLessThanOrEqual(40);
  });
});

describe('an application, after the process has gone on in another run', () => {
  it('that came in time is still in time', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-05', 23));
    await story.apply(1);
    await moveClock(story, at('2026-11-07'), 0);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(await wasContinued(story)).toBe(true);
  });

  it('that was late is still late, also when the clock began before the deadline', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-06', 1));
    await story.apply(1);
    await moveClock(story, at('2026-11-05', 1), 1);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'late' });
    expect(await wasContinued(story)).toBe(true);
  });

  it('that was withdrawn in time is waited for again', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.apply(1);
    await withdraw(story);
    await moveClock(story, at('2026-10-28'), 0);
    await story.apply(1);
    await story.settle(1);
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(await wasContinued(story)).toBe(true);
  });
});
