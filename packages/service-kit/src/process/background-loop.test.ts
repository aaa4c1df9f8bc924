import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../log/logger.ts';
import { createBackgroundLoop } from './background-loop.ts';

/** A loop whose rounds the test ends one by one. */
function aLoop() {
  const rounds: ((found: 'more' | 'idle') => void)[] = [];
  const round = () => new Promise<'more' | 'idle'>((end) => rounds.push(end));
  const loop = createBackgroundLoop({ name: 'test', round, intervalMs: 60_000, logger: createLogger('test', 'silent') });
  const over: string[] = [];
  return {
    loop,
    over,
    begun: () => rounds.length,
    wait: (name: string) => loop.nextRound().then(() => over.push(name)),
    endRound: async () => {
      rounds.at(-1)?.('idle');
      await new Promise(setImmediate);
    },
  };
}

describe('a background loop', () => {
  it('releases a waiting caller only after a round that began after the call', async () => {
    const { loop, over, begun, wait, endRound } = aLoop();
    loop.start();
    void wait('during the first');
    expect(begun()).toBe(1);
    await endRound();
    expect([begun(), over]).toEqual([2, []]);
    await endRound();
    expect([begun(), over]).toEqual([2, ['during the first']]);
    void wait('while it pauses');
    await new Promise(setImmediate);
    expect(begun()).toBe(3);
    await endRound();
    expect(over).toEqual(['during the first', 'while it pauses']);
    await loop.stop();
  });

  it('releases every waiting caller when it stops', async () => {
    const { loop, over, wait, endRound } = aLoop();
    loop.start();
    void wait('during the last');
    const stopped = loop.stop();
    await endRound();
    await stopped;
    await wait('after it');
    expect(over).toEqual(['during the last', 'after it']);
  });
});
