import { describe, expect, it } from '@jest/globals';
import { inLanes } from './lanes.mjs';

/** Runs jobs that end when they are told to, and notes what begins and ends. */
function aRun(jobs: { name: string; after?: string[] }[], lanes = 2) {
  const story: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const run = ({ name }: { name: string }) => {
    story.push(`${name} begins`);
    return new Promise<void>((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve())));
  };
  const over = inLanes(jobs, { lanes, run });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    story,
    over,
    async ends(name: string, error?: Error) {
      story.push(`${name} ends`);
      ends.get(name)?.(error);
      await settled();
    },
  };
}

describe('jobs in two lanes', () => {
  it('begin in their order, two at a time', async () => {
    const run = aRun([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    await run.ends('b');
    await run.ends('a');
    await run.ends('c');
    await run.over;
    expect(run.story).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'a ends', 'c ends']);
  });

  it('let one go first that waits for nothing', async () => {
    const run = aRun([{ name: 'system' }, { name: 'journey', after: ['system'] }, { name: 'unit' }]);
    expect(run.story).toEqual(['system begins', 'unit begins']);
    await run.ends('system');
    expect(run.story.at(-1)).toBe('journey begins');
    await run.ends('unit');
    await run.ends('journey');
    await run.over;
  });

  it('wait for everything that they come after, as far as it is run at all', async () => {
    const run = aRun([{ name: 'store' }, { name: 'fault', after: ['store', 'journey'] }]);
    expect(run.story).toEqual(['store begins']);
    await run.ends('store');
    expect(run.story.at(-1)).toBe('fault begins');
    await run.ends('fault');
    await run.over;
  });

  it('begin no more once one has broken off, which is told when the others have ended', async () => {
    const run = aRun([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    const told = expect(run.over).rejects.toThrow('a broke');
    await run.ends('a', new Error('a broke'));
    expect(run.story).toEqual(['a begins', 'b begins', 'a ends']);
    await run.ends('b');
    await told;
  });
});
