import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { decideAgainOnConflict, keptReader, type VersionedStore, WriteConflict } from './versioned.store.ts';

export type Sample = { text: string; inner?: { list: number[] } };
const sample = z.object({ text: z.string(), inner: z.object({ list: z.array(z.number()) }).exactOptional() });
export const samples = (collection = 'samples') => keptReader<Sample>(collection, sample);

type Make = () => Promise<VersionedStore<Sample>>;

const write = (text: string, replaces: number) => ({ id: 'a', value: { text }, replaces, cardDue: true });

export function versionedStoreSuite(make: Make): void {
  it('raises the version by one with every write', async () => {
    const store = await make();
    await store.write([write('first', 0)]);
    await store.write([write('second', 1)]);
    expect(await store.byIds(['a', 'b'])).toEqual([{ id: 'a', version: 2, value: { text: 'second' } }]);
  });

  it('refuses a write that replaces an older version, and keeps what is there', async () => {
    const store = await make();
    await store.write([write('first', 0), { id: 'b', value: { text: 'other' }, replaces: 0 }]);
    await expect(store.write([write('again', 0)])).rejects.toThrow(WriteConflict);
    await expect(store.write([write('skipped ahead', 5)])).rejects.toThrow(WriteConflict);
    expect(await store.byIds(['a'])).toEqual([{ id: 'a', version: 1, value: { text: 'first' } }]);
  });

  it('gives values back as they were written', async () => {
    const store = await make();
    const value = { text: '东湾', inner: { list: [1, 2] } };
    await store.write([{ id: 'a', value, replaces: 0 }]);
    expect((await store.byIds(['a']))[0]?.value).toEqual(value);
  });

  it('loses no write among three at the same time that decide again', async () => {
    const store = await make();
    await store.write([{ id: 'a', value: { text: '', inner: { list: [] } }, replaces: 0 }]);
    const add = (n: number) =>
      decideAgainOnConflict(async () => {
        const [kept] = await store.byIds(['a']);
        const list = [...(kept?.value.inner?.list ?? []), n];
        await store.write([{ id: 'a', value: { text: '', inner: { list } }, replaces: kept?.version ?? 0 }]);
      });
    await Promise.all([1, 2, 3].map(add));
    const [kept] = await store.byIds(['a']);
    expect(kept?.value.inner?.list.toSorted()).toEqual([1, 2, 3]);
    expect(kept?.version).toBe(4);
  });

  it('keeps a card due until the version that was delivered is the one that is kept', async () => {
    const store = await make();
    await store.write([write('first', 0)]);
    await store.write([write('second', 1)]);
    await store.cardsDelivered([{ id: 'a', version: 1 }]);
    expect((await store.withCardDue(10)).map(({ id, version }) => ({ id, version }))).toEqual([{ id: 'a', version: 2 }]);
    await store.cardsDelivered([{ id: 'a', version: 2 }]);
    expect(await store.withCardDue(10)).toEqual([]);
  });
}
