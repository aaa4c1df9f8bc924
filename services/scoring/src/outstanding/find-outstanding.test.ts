import { beforeEach, describe, expect, it } from '@jest/globals';
import type { WaitedStep } from '@jifen/contracts';
import { members, recorder, registration, review, reviewer, upTo } from '../decisions/october.builders.ts';
import { supplementOfALateLine } from '../decisions/supplement.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { findOutstanding } from './find-outstanding.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

async function outstanding(step: WaitedStep, { level = 0, round = 1 } = {}) {
  const found = await findOutstanding(world.reads, { branchId: 'dongwan', period: '2026-10', step, round, level }, world.clock.now());
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe('who is still outstanding', () => {
  it('are the members who have not applied', async () => {
    await world.apply(5);
    const answer = await outstanding('application');
    expect(answer).toMatchObject({ open: true, branchName: '东湾村党支部', lastDay: '2026-11-05' });
    expect(answer.people.map(({ memberId }) => memberId)).toEqual(members.filter((n) => n !== 5).map((n) => `member-${n}`));
  });

  it('is nobody any more once the step is done, or for a round that is over', async () => {
    await upTo('registered', world);
    expect(await outstanding('registration')).toMatchObject({ open: false, people: [] });
    expect(await outstanding('review', { round: 2 })).toMatchObject({ open: false, people: [] });
    expect(await outstanding('review')).toMatchObject({ open: true });
  });

  it('are level by level the recorder, the secretary and the supervising committee, each once', async () => {
    for (const n of members) await world.apply(n);
    world.clock.set('2026-11-06T00:00:00+08:00');
    const record = await world.record();
    await world.months.update({ ...record, version: record.version + 1, stage: 'registering' }, []);
    const people = async (level: number) => (await outstanding('registration', { level })).people;
    expect(await people(0)).toEqual([{ personId: 'person-4', memberId: 'member-4', reason: 'has-to-act' }]);
    expect((await people(1)).map(({ personId, reason }) => [personId, reason])).toEqual([
      ['person-4', 'has-to-act'],
      ['person-1', 'stands-in'],
    ]);
    expect((await people(2)).map(({ personId, reason }) => [personId, reason])).toEqual([
      ['person-4', 'has-to-act'],
      ['person-1', 'stands-in'],
      ['person-90', 'supervises'],
    ]);
  });

  it('of a supplement is whoever has to register its late line, with the day of that round; of the round before it is nobody', async () => {
    await supplementOfALateLine(world);
    expect(await outstanding('registration', { round: 2 })).toMatchObject({
      open: true,
      lastDay: '2026-11-29',
      people: [{ personId: 'person-4', memberId: 'member-4', reason: 'has-to-act' }],
    });
    expect(await outstanding('registration')).toMatchObject({ open: false, people: [] });
  });

  it('are those of the supervising committee while a filing is without a receipt', async () => {
    const record = await world.record();
    const filed = { ...record, stage: 'filed' as const, publications: [{ round: 1 }] };
    await world.months.update({ ...filed, version: record.version + 1 }, []);
    expect((await outstanding('return-window')).people).toEqual([{ personId: 'person-90', reason: 'has-to-act' }]);
    await world.months.update({ ...filed, version: record.version + 2, publications: [{ round: 1, receiptNumber: '202610-1' }] }, []);
    expect((await outstanding('return-window')).people).toEqual([]);
  });

  it('are not those who reviewed the batch, once only lines left out are open', async () => {
    for (const n of members) await world.apply(n);
    await world.decide(recorder, registration);
    await world.decide(reviewer, review);
    expect((await outstanding('review')).people.map(({ personId }) => personId)).not.toContain('person-2');
  });

  it('stops when two meetings did not carry the list: it goes with the next quarter’s', async () => {
    await upTo('reviewed', world);
    world.clock.set('2026-11-10T20:00:00+08:00');
    const failed = (heldOn: string) =>
      world.decide(recorder, {
        kind: 'record-meeting',
        heldOn,
        present: ['member-1', 'member-2'],
        onLeave: [],
        inFavour: 2,
        against: 0,
        abstained: 0,
        separate: [],
        changes: [],
        carried: false,
      });
    await failed('2026-11-09');
    expect(await outstanding('meeting')).toMatchObject({ open: true });
    await failed('2026-11-10');
    expect(await outstanding('meeting')).toMatchObject({ open: false, people: [] });
  });
});
