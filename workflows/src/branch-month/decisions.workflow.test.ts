import { describe, expect, it } from '@jest/globals';
import { messages } from '@jifen/contracts';
import { at } from '../test-support/deadlines.ts';
import { eventually } from '../test-support/eventually.ts';
import { asked, eventsOf } from '../test-support/history.ts';
import { registered } from '../test-support/scenes.ts';
import type { Story } from '../test-support/story.ts';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

const appliedActs = async (story: Story) => asked(await story.history(story.branchMonth)).filter(({ activity }) => activity === 'applyAct');

describe('a decision that comes too early', () => {
  it('is told not yet, is not accepted into the history, and takes effect when it is sent again under the same id', async () => {
    const story = await stories.begin();
    await story.begin(1);
    expect(await story.send('review', { kind: 'review' })).toMatchObject({ outcome: 'not-yet' });
    expect(eventsOf(await story.history(story.branchMonth)).some((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toBe(
      false,
    );
    await registered(story);
    await story.decide('review', { kind: 'review' });
    expect(story.scoring.applied).toEqual(['registration', 'review']);
  });
});

describe('a late application', () => {
  it('is registered by itself while the committee has not reviewed yet', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.decide('registration-late', { kind: 'register' });
    await story.decide('review', { kind: 'review' });
    expect(story.scoring.applied).toEqual(['registration', 'registration-late', 'review']);
  });
});

describe('a decision that can never take effect', () => {
  it('of a step that is over is refused without asking scoring', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.decide('review', { kind: 'review' });
    expect(await story.send('registration-late', { kind: 'register' })).toEqual({ outcome: 'never', code: 'wrong-step' });
    expect(await appliedActs(story)).toHaveLength(2);
  });

  it('made on another roster is refused', async () => {
    const story = await stories.begin();
    await story.begin(1);
    const told = await story.send('registration', { kind: 'register' }, { rosterHash: 'ffffffffffffffff' });
    expect(told).toEqual({ outcome: 'never', code: 'stale-roster' });
  });

  it('that scoring refuses on effect is told so with the reason, and the month goes on waiting', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    expect(await story.send('review', { kind: 'review', refusal: 'own-line' })).toEqual({ outcome: 'never', code: 'own-line' });
    await story.decide('review-by-another', { kind: 'review' });
    expect(story.scoring.state.stage).toBe('meeting');
  });

  it('of which scoring knows nothing is refused with its reason', async () => {
    const story = await stories.begin();
    await story.begin(1);
    const message = { actId: 'unknown', kind: 'register', round: 1, rosterHash: story.scoring.state.rosterHash };
    const handle = story.environment.client.workflow.getHandle(story.branchMonth);
    await expect(handle.executeUpdate(messages.decide, { updateId: 'unknown', args: [message] })).rejects.toMatchObject({
      cause: { type: 'never', message: 'unknown-act' },
    });
  });
});

describe('a decision that is sent twice', () => {
  it('is applied once', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-06', 10));
    await story.decide('registration', { kind: 'register' });
    expect(await story.send('registration', { kind: 'register' }, { round: 1 })).toEqual({ outcome: 'effective' });
    expect(await appliedActs(story)).toHaveLength(1);
  });
});

describe('two decisions of one step at once', () => {
  it('one takes effect, the other is refused', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    const told = await Promise.all([story.send('review-a', { kind: 'review' }), story.send('review-b', { kind: 'review' })]);
    expect(told.map(({ outcome }) => outcome).sort()).toEqual(['effective', 'never']);
    expect(story.scoring.applied).toHaveLength(2);
  });
});

describe('a decision while scoring does not answer', () => {
  it('waits and takes effect when scoring is back', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await story.until(at('2026-11-06', 10));
    await story.stage('registering');
    story.scoring.unreachable = true;
    const sent = story.send('registration', { kind: 'register' });
    await eventually(async () => expect(await appliedActs(story)).toHaveLength(1));
    expect(story.scoring.state.stage).toBe('registering');
    story.scoring.unreachable = false;
    await story.environment.sleep('1 minute');
    expect(await sent).toEqual({ outcome: 'effective' });
    expect(story.scoring.state.stage).toBe('reviewing');
  });
});

describe('a withdrawal (撤回)', () => {
  it('leads back to the step before, which is then decided anew', async () => {
    const story = await stories.begin();
    await story.begin(1);
    await registered(story);
    await story.decide('withdrawal', { kind: 'withdraw', withdrawsTo: 'registering' });
    expect(story.scoring.state.stage).toBe('registering');
    await story.decide('registration-again', { kind: 'register' });
    expect(story.scoring.applied).toEqual(['registration', 'withdrawal', 'registration-again']);
  });
});
