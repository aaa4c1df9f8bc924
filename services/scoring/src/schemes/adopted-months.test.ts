import { beforeEach, describe, expect, it } from '@jest/globals';
import { audit, superior } from '../decisions/october.builders.ts';
import { openMonth } from '../opening/open-month.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { adoptedSchemes } from './scheme-in-force.ts';
import { aScheme } from './scheme-version.builders.ts';
import { type SchemesWorld, schemesWorld } from './schemes-world.builders.ts';

let world: SchemesWorld;
beforeEach(async () => {
  world = await schemesWorld();
});

const one = '/scheme-versions/v1';
const file = (text: string) => ({ kind: 'file' as const, name: '细则.json', text });
const adoption = { from: '2026-11', document: { number: '组通〔2026〕12号', on: '2026-10-20' }, reason: '调整分值', replaces: 1 };

/** The source's scheme with an absence at two points instead of half a one. */
const harsher = () => JSON.stringify(sourceOf(world.reads.library, 'village-community')).replace('"usual":"-0.5"', '"usual":"-2"');

async function adopt(text: string) {
  await world.draft('v1', { origin: file(text) });
  const { body } = await world.post(`${one}/lint`);
  await world.put(`${one}/comparisons/c1`, { year: 'this' });
  await world.compareAll('v1');
  await world.put(`${one}/comparisons/c1/seen`, {});
  return { findings: body.findings, answer: await world.put(`${one}/adoption`, adoption) };
}

async function absenceIn(period: string): Promise<number | null | undefined> {
  const opened = await openMonth(
    { ...world.deps, schemes: adoptedSchemes(world.reads) },
    { branchId: 'dongwan', period, caller: superior, now: world.clock.now(), audit },
  );
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value.state.profile.base.items.find(({ id }) => id === 'unexcused-absence')?.amount;
}

describe('a month of a county that has adopted a version (regulation 2-2 step 1)', () => {
  it('is opened with what is in force in it; the month before keeps what it was opened with', async () => {
    expect((await adopt(harsher())).answer.body.status).toBe('adopted');
    world.clock.set('2026-11-02T09:00:00+08:00');
    expect([await absenceIn('2026-10'), await absenceIn('2026-11')]).toEqual([-50, -200]);
  });

  it('could not be opened with a scheme that has no base, task and reward: such a one is not adopted', async () => {
    const { findings, answer } = await adopt(JSON.stringify(aScheme('志愿服务积分')));
    expect(findings?.map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array(4).fill('error part-missing-for-months'));
    expect([answer.status, answer.body.code]).toEqual([409, 'scheme-has-errors']);
  });
});
