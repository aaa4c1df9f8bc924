import { beforeEach, describe, expect, it } from '@jest/globals';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { type SchemesWorld, schemesWorld } from './schemes-world.builders.ts';

let world: SchemesWorld;
beforeEach(async () => {
  world = await schemesWorld();
});

const document = { number: '组通〔2026〕12号', on: '2026-10-20' };
const source = () => JSON.stringify(sourceOf(world.reads.library, 'village-community'));
const harsher = () => source().replace('"usual":"-0.5"', '"usual":"-2"');
const capped = () => source().replace('"atMost":"10"', '"atMost":"12"').replace('[90,)', '[95,)').replace('[80,90)', '[80,95)');

async function adopt(versionId: string, text: string, from: string) {
  const one = `/scheme-versions/${versionId}`;
  await world.draft(versionId, { origin: { kind: 'file', name: '细则.json', text } });
  await world.post(`${one}/lint`);
  await world.put(`${one}/comparisons/c1`, { year: 'this' });
  await world.compareAll(versionId);
  await world.put(`${one}/comparisons/c1/seen`, {});
  const { status, body } = await world.put(`${one}/adoption`, { from, document, reason: '调整分值', replaces: 1 });
  return [status, body.code ?? body.status, body.facts];
}

describe('a version adopted within a year (regulation 2-1, 2-2 step 1)', () => {
  it('changes tables of items from any month, but caps and bands only with a new year', async () => {
    expect(await adopt('v1', harsher(), '2026-11')).toEqual([200, 'adopted', undefined]);
    const fixed = { from: '2026-12', parts: ['奖励分'], sections: ['grading'] };
    expect(await adopt('v2', capped(), '2026-12')).toEqual([409, 'scheme-fixed-for-the-year', fixed]);
    expect(await adopt('v3', capped(), '2027-01')).toEqual([200, 'adopted', undefined]);
  });

  it('is told beforehand from when it could count, and why', async () => {
    const start = async (versionId: string, text: string) => {
      const { body } = await world.draft(versionId, { origin: { kind: 'file', name: '细则.json', text } });
      return [body.earliest, body.fixedForTheYear];
    };
    expect(await start('v1', harsher())).toEqual(['2026-11', undefined]);
    expect(await start('v2', capped())).toEqual(['2027-01', { parts: ['奖励分'], sections: ['grading'] }]);
    world.clock.set('2026-12-31T09:00:00+08:00');
    expect(await start('v3', capped())).toEqual(['2027-01', expect.anything()]);
    world.clock.set('2027-01-01T09:00:00+08:00');
    expect(await start('v4', capped())).toEqual(['2027-01', undefined]);
  });

  it('is looked at with those that are to follow: neither adopted before nor taken back from under one that builds on it', async () => {
    await adopt('v1', capped(), '2027-01');
    expect(await adopt('v2', harsher(), '2027-03')).toEqual([
      409,
      'scheme-fixed-for-the-year',
      expect.objectContaining({ from: '2027-03' }),
    ]);
    expect(await adopt('v3', capped(), '2027-03')).toEqual([200, 'adopted', undefined]);
    const withdraw = async (id: string) => {
      const { status, body } = await world.put(`/scheme-versions/${id}/withdrawal`, { reason: '文件重发' });
      return [status, body.code ?? body.status, body.facts];
    };
    expect(await withdraw('v1')).toEqual([409, 'scheme-needed-later', { later: '2027-03' }]);
    expect([(await withdraw('v3')).at(1), (await withdraw('v1')).at(1)]).toEqual(['withdrawn', 'withdrawn']);
    await adopt('v4', harsher(), '2027-04');
    expect(await adopt('v5', capped(), '2027-01')).toEqual([409, 'scheme-needed-later', { later: '2027-04' }]);
  });
});
