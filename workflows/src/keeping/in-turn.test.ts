import { describe, expect, it } from '@jest/globals';
import { inTurn } from './keeper.ts';

describe('one after the other', () => {
  it('the second begins when the first has ended', async () => {
    const turn = inTurn();
    const done: string[] = [];
    let finish = () => {};
    const first = turn(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done.push('first');
    });
    const second = turn(async () => done.push('second'));
    await Promise.resolve();
    finish();
    await Promise.all([first, second]);
    expect(done).toEqual(['first', 'second']);
  });

  it('a failure is told to its own caller and holds nobody up', async () => {
    const turn = inTurn();
    const first = turn(() => Promise.reject(new Error('no')));
    const second = turn(async () => 'yes');
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBe('yes');
  });
});
