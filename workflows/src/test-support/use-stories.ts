import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Story } from './story.ts';
import { Storyteller } from './storyteller.ts';
import { sourceBundle } from './time-skipping.ts';

export type Stories = {
  /** A branch's October, from the 25th unless told otherwise; the workers run at once unless told otherwise. */
  begin(told?: { at?: number; workers?: 'at-once' | 'later' }): Promise<Story>;
  startWorkers(): Promise<void>;
};

/** One story after the other, on one time-skipping server for each file. */
export function useStories(): Stories {
  let teller: Storyteller | undefined;
  const present = (): Storyteller => {
    if (!teller) throw new Error('a story is told within a test');
    return teller;
  };
  jest.setTimeout(180_000);
  beforeAll(async () => {
    [teller] = await Promise.all([Storyteller.appear(), sourceBundle()]);
  }, 120_000);
  afterAll(async () => {
    await teller?.leave();
  });
  return {
    startWorkers: () => present().startWorkers(),
    async begin({ at, workers = 'at-once' } = {}) {
      const story = await present().begin(at);
      if (workers === 'at-once') await present().startWorkers();
      return story;
    },
  };
}
