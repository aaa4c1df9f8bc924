import { describe, expect, it } from '@jest/globals';
import { useStories } from '../test-support/use-stories.ts';

const stories = useStories();

describe('a decision while no worker runs', () => {
  it('is not lost: it takes effect as soon as a worker runs', async () => {
    const story = await stories.begin({ workers: 'later' });
    await story.open(1);
    const sent = story.send('registration', { kind: 'register' });
    expect(await Promise.race([sent, story.environment.client.workflow.getHandle(story.branchMonth).describe()])).toMatchObject({
      status: { name: 'RUNNING' },
    });
    expect(story.scoring.applied).toEqual([]);
    await stories.startWorkers();
    expect(await sent).toEqual({ outcome: 'effective' });
    expect(story.scoring.state.stage).toBe('reviewing');
  });
});
