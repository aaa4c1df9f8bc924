import { expect, it } from '@jest/globals';
import { describeStore } from './describe-store.ts';

describeStore('a store of words', { fake: () => new Set<string>(), real: async () => new Set<string>() }, (make) => {
  it('is empty for each test', async () => {
    const store = await make();
    expect(store.size).toBe(0);
    store.add('word');
  });

  it('is empty for the next one too', async () => {
    expect((await make()).size).toBe(0);
  });
});
