import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';

describe('eventually', () => {
  it('waits until the assertion passes, and returns what it found', async () => {
    let asked = 0;
    const found = await eventually(
      async () => {
        asked += 1;
        expect(asked).toBeGreaterThan(2);
        return asked;
      },
      { everyMs: 1 },
    );
    expect(found).toBe(3);
  });

  it('fails with the last failure when time is over', async () => {
    const failing = eventually(() => expect('none').toBe('some'), { withinMs: 5, everyMs: 1 });
    await expect(failing).rejects.toThrow('some');
  });
});
