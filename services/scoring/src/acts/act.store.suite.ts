import { expect, it } from '@jest/globals';
import { plain } from '@jifen/service-kit';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import { anAct, anApplication } from './act.builders.ts';
import type { ActStore } from './act.store.ts';

const delivery = { id: 'deliver-act/review-one', type: 'deliver-act', at: 1, payload: { actId: 'review-one' } };
const refusal = { code: 'stale-roster', facts: { rosterHash: 'other' } };

export function actStoreSuite(make: () => Promise<ActStore & Plantable>): void {
  documentSuite<ActStore>(
    { make, read: (acts) => acts.find('review-one') },
    {
      collection: 'acts',
      document: plain(anAct()),
      broken: { status: 'done', 'by.role': undefined, content: undefined, 'content.kind': 'wave', 'content.changes': {}, live: false },
    },
  );

  it('keeps an act as it was inserted', async () => {
    const acts = await make();
    expect(await acts.insert(anAct(), [delivery])).toEqual({ outcome: 'inserted' });
    expect(await acts.find('review-one')).toEqual(anAct());
    expect(await acts.findLive('dongwan/2026-10/review/1/')).toEqual(anAct());
    expect(await acts.find('nothing')).toBeUndefined();
  });

  it('answers an id that is there with the act that has it', async () => {
    const acts = await make();
    await acts.insert(anAct(), []);
    const again = await acts.insert(anAct({ bodyHash: 'hash-two' }), []);
    expect(again).toEqual({ outcome: 'repeated', act: anAct() });
  });

  it('answers a business key that is taken with the act that holds it', async () => {
    const acts = await make();
    await acts.insert(anAct(), []);
    expect(await acts.insert(anAct({ _id: 'review-two' }), [])).toEqual({ outcome: 'taken', act: anAct() });
    expect(await acts.find('review-two')).toBeUndefined();
  });

  it('lets exactly one of many acts have a business key', async () => {
    const acts = await make();
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => acts.insert(anAct({ _id: `review-${n}` }), [])));
    expect(outcomes.filter(({ outcome }) => outcome === 'inserted')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(7);
  });

  it('frees the key of an act that is refused or withdrawn, and keeps the act', async () => {
    const acts = await make();
    await acts.insert(anAct(), []);
    await acts.becomeRefused('review-one', refusal, []);
    expect(await acts.find('review-one')).toMatchObject({ status: 'refused', refusal });
    expect(await acts.findLive('dongwan/2026-10/review/1/')).toBeUndefined();
    await acts.insert(anAct({ _id: 'review-two' }), []);
    await acts.becomeEffective('review-two', []);
    await acts.becomeWithdrawn('review-two', []);
    expect(await acts.find('review-two')).toMatchObject({ status: 'withdrawn' });
    expect(await acts.insert(anAct({ _id: 'review-three' }), [])).toEqual({ outcome: 'inserted' });
  });

  it('changes nothing where the status does not fit', async () => {
    const acts = await make();
    await acts.insert(anAct(), []);
    await acts.becomeWithdrawn('review-one', []);
    expect(await acts.find('review-one')).toEqual(anAct());
    await acts.becomeEffective('review-one', []);
    await acts.becomeRefused('review-one', refusal, []);
    expect(await acts.find('review-one')).toEqual(anAct({ status: 'effective' }));
  });

  it('lists what is not applied to its month yet, oldest first, until it is applied or refused', async () => {
    const acts = await make();
    const later = { _id: 'application-two', businessKey: 'dongwan/2026-10/application/1/member-6', enteredAt: 3_000 };
    await acts.insert(anApplication(later), []);
    await acts.insert(anApplication({ enteredAt: 2_000 }), []);
    await acts.insert(anApplication({ _id: 'elsewhere', period: '2026-09', businessKey: 'dongwan/2026-09/application/1/member-5' }), []);
    expect((await acts.unapplied('dongwan', '2026-10')).map(({ _id }) => _id)).toEqual(['application-one', 'application-two']);
    await acts.markApplied([{ actId: 'application-one', events: [] }]);
    await acts.becomeRefused('application-two', refusal, []);
    expect(await acts.unapplied('dongwan', '2026-10')).toEqual([]);
    expect(await acts.find('application-two')).toMatchObject({ status: 'refused' });
  });

  it('lists the acts of a month by kind, oldest first', async () => {
    const acts = await make();
    await acts.insert(anAct({ enteredAt: 2_000 }), []);
    await acts.insert(anApplication({ enteredAt: 1_500 }), []);
    expect((await acts.ofMonth({ branchId: 'dongwan', period: '2026-10' })).map(({ _id }) => _id)).toEqual([
      'application-one',
      'review-one',
    ]);
    expect(await acts.ofMonth({ branchId: 'dongwan', period: '2026-10', kinds: ['review'] })).toEqual([anAct({ enteredAt: 2_000 })]);
  });

  it('lists what was refused late to a person who was not told in the answer', async () => {
    const acts = await make();
    await acts.insert(anAct(), []);
    await acts.becomeRefused('review-one', refusal, []);
    expect(await acts.refusedLate({ personId: 'person-2', since: 50 })).toMatchObject([{ _id: 'review-one' }]);
    expect(await acts.refusedLate({ personId: 'person-2', since: 101 })).toEqual([]);
    expect(await acts.refusedLate({ personId: 'person-3', since: 50 })).toEqual([]);
    await acts.markTold('review-one');
    expect(await acts.refusedLate({ personId: 'person-2', since: 50 })).toEqual([]);
  });
}
