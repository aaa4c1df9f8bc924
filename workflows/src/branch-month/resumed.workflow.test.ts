import { describe, expect, it } from '@jest/globals';
import type { BranchMonthStageName } from '@jifen/contracts';
import { at, laterDeadlines, october } from '../test-support/deadlines.ts';
import { eventually } from '../test-support/eventually.ts';
import { childrenOf } from '../test-support/history.ts';
import { filed, posted, registered, resolved } from '../test-support/scenes.ts';
import type { ScriptedAct } from '../test-support/scripted-scoring.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const deadlines = [...october, ...Object.values(laterDeadlines)];

type Resumed = { stage: BranchMonthStageName; now: number; actIds?: string[] };

/** Temporal is empty; the month is started from a record that stands at a stage, at an instant of business time. */
async function resume({ stage, now, actIds = [] }: Resumed): Promise<Story> {
  const story = await stories.begin({ at: now });
  story.scoring.write({ stage, deadlines, actIds });
  await story.open(0, { resume: true });
  return story;
}

const reminded = ({ scoring }: Story) => scoring.reminders.map(({ step, round, n, level }) => `${step}/${round}/${n}/${level}`);
const asked = (story: Story, reminders: string[]) => eventually(() => expect(reminded(story)).toEqual(reminders));

describe("a branch's month that is started from its record because Temporal lost everything", () => {
  it.each<[BranchMonthStageName, number, string[], ScriptedAct, BranchMonthStageName]>([
    ['applying', at('2026-11-03', 12), ['application/1/1/0'], { kind: 'register' }, 'reviewing'],
    ['registering', at('2026-11-09', 12), ['registration/1/2/0'], { kind: 'register' }, 'reviewing'],
    ['reviewing', at('2026-11-17', 12), ['review/1/4/2'], { kind: 'review' }, 'meeting'],
    ['meeting', at('2026-11-10', 20), ['meeting/1/1/0'], { kind: 'record-meeting', carried: true }, 'posting'],
    ['posting', at('2026-11-11', 12), ['posting/1/1/0'], { kind: 'post' }, 'publicity'],
    ['publicity', at('2026-11-16', 12), [], { kind: 'withdraw', withdrawsTo: 'posting' }, 'posting'],
    ['filing', at('2026-11-20', 12), ['filing/1/1/0'], { kind: 'file' }, 'filed'],
    ['filed', at('2026-11-24', 12), [], { kind: 'receive' }, 'filed'],
  ])('%s: repeats at most its newest reminder under its own number, and a decision on its way takes effect', async (...told) => {
    const [stage, now, reminders, act, next] = told;
    const story = await resume({ stage, now });
    const isPublic = ['posting', 'publicity', 'filing', 'filed'].includes(stage);
    const workflowId = isPublic ? story.publication(1) : story.branchMonth;
    await asked(story, reminders);
    await story.decide('on-its-way', act, { workflowId });
    expect(story.scoring.state).toMatchObject({ stage: next, round: 1, actIds: ['on-its-way'] });
    expect(story.scoring.applied).toEqual(['on-its-way']);
    expect(childrenOf(await story.history(story.branchMonth))).toBe(isPublic ? 1 : 0);
  });

  it('reminds on the days that are left, with the numbers that follow', async () => {
    const story = await resume({ stage: 'reviewing', now: at('2026-11-11', 12) });
    await story.until(at('2026-11-30'));
    expect(reminded(story)).toEqual(['review/1/2/0', 'review/1/3/1', 'review/1/4/2']);
  });

  it('knows a decision that was effective before, and applies it no second time', async () => {
    const story = await resume({ stage: 'reviewing', now: at('2026-11-09'), actIds: ['registration'] });
    expect(await story.send('registration', { kind: 'register' })).toEqual({ outcome: 'effective' });
    expect(story.scoring.applied).toEqual([]);
  });

  it('waits for the ledger where the record does', async () => {
    const story = await stories.begin({ at: at('2026-11-10', 21) });
    story.scoring.write({ stage: 'posting', deadlines, actIds: ['resolution'], awaitingProjection: true });
    await story.open(0, { resume: true });
    await story.atRest();
    expect(await story.send('posting', { kind: 'post' })).toEqual({ outcome: 'no-such-process' });
    await story.projected('resolution');
    await posted(story);
    expect(story.scoring.state.stage).toBe('publicity');
  });

  it('goes on to its end; its members are what they were: one late, one in time, one who never applied', async () => {
    const members = 3;
    const story = await stories.begin({ at: at('2026-11-10', 18) });
    story.scoring.write({ stage: 'reviewing', deadlines, actIds: ['registration'] });
    const applications = [
      { memberId: story.member(1), at: at('2026-11-06', 9), late: true },
      { memberId: story.member(2), at: at('2026-11-05', 23), late: false },
    ];
    await story.open(members, { resume: true, applications });
    await eventually(() => Promise.all([1, 2, 3].map((number) => story.history(story.memberMonth(number)))));
    await resolved(story);
    await posted(story);
    await filed(story);
    for (const number of [1, 2, 3]) await story.settle(number);
    await story.result(story.branchMonth);
    const results = await Promise.all([1, 2, 3].map((number) => story.result<{ application: string }>(story.memberMonth(number))));
    expect(results.map(({ application }) => application)).toEqual(['late', 'applied', 'absent']);
    expect(story.scoring.applied).toEqual(['review', 'resolution', 'posting', 'filing', 'receipt']);
    expect(new Set(reminded(story)).size).toBe(reminded(story).length);
    expect(childrenOf(await story.history(story.branchMonth))).toBe(4);
  });
});

describe("a branch's month that was ended by hand while its list was public", () => {
  it('goes on with the publication that is there, and starts no second one', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await resolved(story);
    await posted(story);
    await story.environment.client.workflow.getHandle(story.branchMonth).terminate();
    await story.open(1, { resume: true });
    await filed(story);
    await story.result(story.branchMonth);
    expect(childrenOf(await story.history(story.branchMonth))).toBe(0);
    expect(await story.result(story.publication(1))).toMatchObject({ stage: 'closed' });
    expect(story.scoring.applied).toEqual(['registration', 'review', 'resolution', 'posting', 'filing', 'receipt']);
  });
});
