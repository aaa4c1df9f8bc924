import { afterEach, beforeAll, jest } from '@jest/globals';
import { at } from './deadlines.ts';
import { Story } from './story.ts';
import { createTimeSkipping, sourceBundle, startWorkers, type Workers } from './time-skipping.ts';

export type Stories = {
  /** A branch's October, from the 25th unless told otherwise; its workers run at once unless told otherwise. */
  begin(told?: { at?: number; workers?: 'at-once' | 'later' }): Promise<Story>;
  startWorkers(): Promise<void>;
};

/**
 * One story after the other, each on a server of its own: the time-skipping server stops skipping for good
 * once a child has outlived its parent, as publications and members' months do.
 */
export function useStories(): Stories {
  let workers: Workers | undefined;
  let story: Story | undefined;
  const start = async () => {
    if (story) workers = await startWorkers(story.environment, story.scoring.activities);
  };
  jest.setTimeout(60_000);
  beforeAll(async () => {
    await sourceBundle();
  }, 120_000);
  afterEach(async () => {
    await workers?.stop();
    await story?.environment.teardown();
    workers = undefined;
    story = undefined;
  });
  return {
    startWorkers: start,
    async begin({ at: anchorBusiness = at('2026-10-25', 8), workers: when = 'at-once' } = {}) {
      const environment = await createTimeSkipping();
      story = new Story(environment, 'lianhu', { anchorReal: await environment.currentTimeMs(), anchorBusiness, speed: 1 });
      if (when === 'at-once') await start();
      return story;
    },
  };
}
