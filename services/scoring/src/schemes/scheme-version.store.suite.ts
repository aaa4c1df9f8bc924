import { expect, it } from '@jest/globals';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { aComparison, adoptedFrom, aVersion } from './scheme-version.builders.ts';
import type { SchemeVersionStore } from './scheme-version.store.ts';
import { storedVersion } from './scheme-version.stored.ts';

const villages = ['qinghe', 'village-community'] as const;

export function schemeVersionStoreSuite(make: () => Promise<SchemeVersionStore & Plantable>): void {
  const document = storedVersion(aVersion(1, { comparison: aComparison(), state: adoptedFrom('2026-11') }));
  documentSuite<SchemeVersionStore>(
    { make, read: (versions) => versions.find('version-1') },
    {
      collection: 'schemeVersions',
      document,
      broken: { scheme: '{', 'state.adoption.from': undefined, 'state.status': 'lost', 'comparison.present': 'no scheme', revision: null },
    },
  );
  documentSuite<SchemeVersionStore>(
    { make, read: (versions) => versions.page({ countyId: 'qinghe', sector: 'village-community', page: 1, pageSize: 1 }) },
    { collection: 'schemeVersions', document, broken: { changedAt: undefined } },
  );

  it('keeps a version whole, once', async () => {
    const versions = await make();
    const whole = aVersion(1, { comparison: aComparison({ after: 'dongwan' }), state: adoptedFrom('2026-11') });
    expect(await versions.insert(whole, [])).toBe('inserted');
    expect(await versions.insert({ ...whole, number: 2 }, [])).toBe('exists');
    expect(await versions.find('version-1')).toEqual(whole);
    expect(await versions.find('version-2')).toBeUndefined();
  });

  it('gives a number of a sector once, however many draw it up at the same time', async () => {
    const versions = await make();
    const drafts = ['a', 'b', 'c', 'd'].map((_id) => versions.insert(aVersion(1, { _id }), []));
    expect((await Promise.all(drafts)).toSorted()).toEqual(['inserted', 'number-taken', 'number-taken', 'number-taken']);
    expect(await versions.insert(aVersion(1, { _id: 'e', sector: 'new-organisation' }), [])).toBe('inserted');
    expect(await versions.insert(aVersion(1, { _id: 'f', countyId: 'lingshan' }), [])).toBe('inserted');
    expect([await versions.newestNumber(...villages), await versions.newestNumber('qinghe', 'public-institution')]).toEqual([1, 0]);
  });

  it('writes a version only over the one that was read', async () => {
    const versions = await make();
    await versions.insert(aVersion(1), []);
    const changed = aVersion(1, { version: 2, revision: 2, comparison: aComparison() });
    expect(await versions.update(changed, [])).toBe('written');
    expect(await versions.update(changed, [])).toBe('outdated');
    expect(await versions.update(aVersion(9, { version: 2 }), [])).toBe('outdated');
    const { comparison: _comparison, ...without } = changed;
    expect(await versions.update({ ...without, version: 3 }, [])).toBe('written');
    expect(await versions.find('version-1')).toEqual({ ...without, version: 3 });
  });

  it('knows what is in force in a month: what begins last before it or with it', async () => {
    const versions = await make();
    await versions.insert(aVersion(1, { state: adoptedFrom('2026-03') }), []);
    await versions.insert(aVersion(2, { state: adoptedFrom('2026-11') }), []);
    await versions.insert(aVersion(3), []);
    await versions.insert(aVersion(1, { _id: 'other', countyId: 'lingshan', state: adoptedFrom('2026-01') }), []);
    const numbers = async (period: string) => (await versions.inForce(...villages, period))?.number;
    expect([await numbers('2026-02'), await numbers('2026-03'), await numbers('2026-10'), await numbers('2026-11')]).toEqual([
      undefined,
      1,
      1,
      2,
    ]);
    expect(await versions.nextAfter(...villages, '2026-10')).toEqual({ from: '2026-11', title: '办法第2版', number: 2 });
    expect(await versions.nextAfter(...villages, '2026-11')).toBeUndefined();
    const from = async (period: string) =>
      (await versions.adoptedFrom(...villages, period)).map(({ number, scheme }) => [number, scheme.title]);
    expect(await from('2026-11')).toEqual([[2, '办法第2版']]);
    expect(await from('2026-12')).toEqual([]);
  });

  it('lets one version begin with a month; a withdrawn one leaves the month free', async () => {
    const versions = await make();
    await versions.insert(aVersion(1, { state: adoptedFrom('2026-11') }), []);
    await versions.insert(aVersion(2), []);
    const adopted = aVersion(2, { version: 2, state: adoptedFrom('2026-11') });
    expect(await versions.update(adopted, [])).toBe('month-taken');
    const [first] = [adoptedFrom('2026-11')];
    if (first?.status !== 'adopted') throw new Error('not adopted');
    await versions.update(aVersion(1, { version: 2, state: { ...first, status: 'withdrawn', reason: '重发' } }), []);
    expect(await versions.inForce(...villages, '2026-12')).toBeUndefined();
    expect(await versions.update(adopted, [])).toBe('written');
    expect((await versions.inForce(...villages, '2026-12'))?.number).toBe(2);
  });

  it('pages the versions of a sector, the newest first, without their schemes', async () => {
    const versions = await make();
    for (const number of [1, 2, 3]) await versions.insert(aVersion(number), []);
    const { items, total } = await versions.page({ countyId: 'qinghe', sector: 'village-community', page: 1, pageSize: 2 });
    expect([items.map(({ number }) => number), total]).toEqual([[3, 2], 3]);
    expect(items[0]).toEqual({
      _id: 'version-3',
      countyId: 'qinghe',
      sector: 'village-community',
      number: 3,
      title: '办法第3版',
      state: { status: 'draft' },
      changedAt: 1_000,
    });
    expect((await versions.page({ countyId: 'qinghe', sector: 'village-community', page: 2, pageSize: 2 })).items).toHaveLength(1);
  });
}
