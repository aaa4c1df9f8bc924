import { describe, expect, it } from '@jest/globals';
import { at } from '../test-support/deadlines.ts';
import { asked, childrenOf, timerEnds } from '../test-support/history.ts';
import { registered, usualMonth } from '../test-support/scenes.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

describe('the usual month (regulation 2-2 steps 3–8)', () => {
  it('goes from the applications to the filed list that nobody returns, and ends', async () => {
    const story = await stories.begin();
    await usualMonth(story, 9);
    expect(story.scoring.applied).toEqual(['registration', 'review', 'resolution', 'posting', 'filing', 'receipt']);
    expect(story.scoring.reached).toEqual(['application/1', 'publicity/1', 'return-window/1']);
    expect(await story.result(story.publication(1))).toMatchObject({ stage: 'closed', round: 1 });
    expect(await story.result(story.memberMonth(9))).toEqual({ outcome: 'settled', application: 'applied' });
  });

  it('waits until exactly the reminders and deadlines of the step it is in', async () => {
    const story = await stories.begin();
    await usualMonth(story, 1);
    expect(timerEnds(await story.history(story.branchMonth), story.clock)).toEqual([
      ...['2026-11-03 09:00', '2026-11-05 09:00', '2026-11-06 00:00'],
      ...['2026-11-06 09:00', '2026-11-09 09:00'],
      ...['2026-11-10 09:00', '2026-11-11 09:00'],
      '2026-11-30 09:00',
    ]);
    expect(timerEnds(await story.history(story.publication(1)), story.clock)).toEqual([
      ...['2026-11-11 09:00', '2026-11-19 00:00', '2026-11-20 09:00', '2026-12-01 00:00', '2026-12-01 00:00'],
    ]);
    expect(timerEnds(await story.history(story.memberMonth(1)), story.clock)).toEqual(['2026-11-06 00:00']);
  });

  it('asks the services with ids, steps, rounds and numbers only', async () => {
    const story = await stories.begin();
    await usualMonth(story, 1);
    const month = { branchId: story.branchId, period: '2026-10' };
    const reminder = (step: string, n: number, plannedFor: number) => ({
      activity: 'remindOutstanding',
      input: { ...month, round: 1, step, n, level: 0, plannedFor },
    });
    expect(asked(await story.history(story.branchMonth))).toEqual([
      reminder('application', 1, at('2026-11-03', 9)),
      reminder('application', 2, at('2026-11-05', 9)),
      { activity: 'reachDeadline', input: { ...month, step: 'application', round: 1 } },
      reminder('registration', 1, at('2026-11-06', 9)),
      { activity: 'applyAct', input: { actId: 'registration' } },
      reminder('review', 1, at('2026-11-10', 9)),
      { activity: 'applyAct', input: { actId: 'review' } },
      reminder('meeting', 1, at('2026-11-10', 9)),
      { activity: 'applyAct', input: { actId: 'resolution' } },
    ]);
    expect(asked(await story.history(story.publication(1)))).toEqual([
      { activity: 'applyAct', input: { actId: 'posting' } },
      { activity: 'reachDeadline', input: { ...month, step: 'publicity', round: 1 } },
      { activity: 'applyAct', input: { actId: 'filing' } },
      { activity: 'applyAct', input: { actId: 'receipt' } },
      { activity: 'reachDeadline', input: { ...month, step: 'return-window', round: 1 } },
    ]);
  });

  it('stays within its budget of events: 140, 3 for each member and 12 for each reminder', async () => {
    const story = await stories.begin();
    await usualMonth(story, 12);
    const history = await story.history(story.branchMonth);
    expect(childrenOf(history)).toBe(13);
    expect(await story.events(story.branchMonth)).toBeLessThanOrEqual(140 + 3 * 12 + 12 * 5);
    for (let number = 1; number <= 12; number += 1) expect(await story.events(story.memberMonth(number))).toBeLessThanOrEqual(16);
  });

  it('is registered before the deadline when every member has applied', async () => {
    const story = await stories.begin();
    await story.begin(2);
    await story.apply(1);
    await story.apply(2);
    await story.until(at('2026-10-29'));
    await story.decide('registration', { kind: 'register' });
    await story.stage('reviewing');
    await story.until(at('2026-11-07'));
    expect(story.scoring.reached).toEqual([]);
  });
});

describe('members without an application in time (regulation 2-2 step 3)', () => {
  it('a member who applies late is heard, and one who never applies holds nobody up', async () => {
    const story = await stories.begin();
    await story.begin(3);
    await story.apply(1);
    await story.until(at('2026-11-06', 9));
    await story.apply(2);
    await registered(story);
    await Promise.all([1, 2, 3].map((number) => story.settle(number)));
    expect(await story.result(story.memberMonth(1))).toEqual({ outcome: 'settled', application: 'applied' });
    expect(await story.result(story.memberMonth(2))).toEqual({ outcome: 'settled', application: 'late' });
    expect(await story.result(story.memberMonth(3))).toEqual({ outcome: 'settled', application: 'absent' });
  });
});
