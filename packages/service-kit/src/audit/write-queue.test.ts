import { describe, expect, it } from '@jest/globals';
import { createWriteQueue } from './appender.ts';

describe('a write queue', () => {
  it('writes in order, one batch at a time, and gathers while it writes', async () => {
    const batches: number[][] = [];
    let open = 0;
    const put = createWriteQueue<number>(async (items) => {
      open += 1;
      expect(open).toBe(1);
      batches.push([...items]);
      await Promise.resolve();
      open -= 1;
    }, 3);
    await Promise.all([1, 2, 3, 4, 5].map(put));
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('rejects the calls of a failed batch, and continues with the next', async () => {
    const put = createWriteQueue<number>(async ([first]) => {
      if (first === 1) throw new Error('full');
    }, 1);
    const outcomes = await Promise.allSettled([put(1), put(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
