import { describe, expect, it } from '@jest/globals';
import { inWindow } from './county-month.workflow.ts';

describe('a bounded window', () => {
  it('never has more under way than its size, and leaves nothing out', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (n: number) => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn <= n % 3; turn += 1) await Promise.resolve();
      underWay -= 1;
      return n * 10;
    };
    expect(await inWindow([1, 2, 3, 4, 5, 6, 7, 8, 9], 4, work)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(most).toBe(4);
  });

  it('goes on with the others while one takes long', async () => {
    const done: number[] = [];
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = async (n: number) => {
      if (n === 1) await slow;
      done.push(n);
      if (n === 5) finish();
    };
    await inWindow([1, 2, 3, 4, 5], 2, work);
    expect(done).toEqual([2, 3, 4, 5, 1]);
  });

  it('has nothing to do for nobody', async () => {
    expect(await inWindow([], 4, async () => 1)).toEqual([]);
  });
});
