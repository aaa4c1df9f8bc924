import { describe, expect, it } from '@jest/globals';
import { actId, memberId, objectionId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  decidedAt,
  duringPublicity,
  filing,
  member,
  type Name,
  person,
  posted,
  refusalOf,
} from './branch-month.builders.ts';
import type { DecisionOf } from './decisions.ts';
import { answerersOfOne, objectionNumber, openObjections } from './objections.ts';

type Objecting = DecisionOf<'object'>;
const objecting = (id: string, other: Partial<Objecting> = {}): Objecting => ({
  actId: actId(id),
  by: person('dan'),
  round: 1,
  kind: 'object',
  objectionId: objectionId(id),
  memberId: member('dan'),
  lineMemberId: member('ann'),
  component: 'task',
  ...other,
});
const byTelephone = objecting('one', { enteredBy: person('secretary') });
const { memberId: _nobody, ...fromOutside } = objecting('one', { by: person('secretary'), enteredBy: person('secretary') });
const answering = (name: Name, other: Partial<DecisionOf<'answer-objection'>> = {}): DecisionOf<'answer-objection'> => ({
  actId: actId('answer'),
  by: person(name),
  round: 1,
  kind: 'answer-objection',
  objectionId: objectionId('one'),
  upheld: false,
  ...other,
});
const withOne = (decision: Objecting) => after(posted(), [decision, duringPublicity]);

describe('an objection that was recorded for somebody (regulation 2-2 step 7)', () => {
  it('is that of whoever raised it, and keeps who recorded it', () =>
    expect(openObjections(withOne(byTelephone))).toMatchObject([{ raisedBy: 'm-dan', person: 'p-dan', enteredBy: 'p-secretary' }]));

  it('is answered by whoever recorded it', () =>
    expect(refusalOf(withOne(byTelephone), answering('secretary'), duringPublicity)).toBeNull());

  it('is not answered by whoever raised it, whoever recorded it', () => {
    const ofBo = withOne(objecting('one', { by: person('bo'), memberId: member('bo'), enteredBy: person('secretary') }));
    expect(refusalOf(ofBo, answering('bo'), duringPublicity)).toEqual({ code: 'own-entry' });
    expect(answerersOfOne(ofBo, openObjections(ofBo)[0] as never)).toEqual(['p-secretary']);
  });

  it('of a member without points is known by their person', () => {
    const guest = withOne(objecting('one', { by: person('bo'), memberId: memberId('m-exempt'), enteredBy: person('recorder') }));
    expect(refusalOf(guest, answering('bo'), duringPublicity)).toEqual({ code: 'own-entry' });
    expect(refusalOf(guest, answering('secretary'), duringPublicity)).toBeNull();
  });

  it('of somebody outside the branch is nobody’s own, and holds back its line', () => {
    const month = withOne(fromOutside);
    expect(openObjections(month)[0]).not.toHaveProperty('raisedBy');
    expect(refusalOf(month, answering('secretary'), duringPublicity)).toBeNull();
    expect(refusalOf(month, answering('ann'), duringPublicity)).toEqual({ code: 'own-line', memberId: 'm-ann' });
  });
});

describe('the objections of a month (regulation 2-2 step 7)', () => {
  it('are numbered in their order; one still to be raised has the next number', () => {
    const month = after(posted(), [objecting('one'), duringPublicity], [objecting('two', { component: 'base' }), duringPublicity]);
    expect(['one', 'two', 'three'].map((id) => objectionNumber(month, objectionId(id)))).toEqual([1, 2, 3]);
  });

  it('keep their number in the list that is returned', () => {
    const filed = after(withOne(objecting('one', { lineMemberId: member('dan') })), [filing(), afterPublicity]);
    const back = { actId: actId('back'), by: person('superior'), round: 1, kind: 'return', backTo: 'filing', reason: 'seal' } as const;
    const month = after(filed, [back, afterPublicity]);
    expect([month.round, objectionNumber(month, objectionId('one')), openObjections(month).length]).toEqual([2, 1, 1]);
  });

  it.each([
    ['the same objector, line and component', {}, { code: 'already-objected', period: '2026-10', number: 1 }],
    ['another component', { component: 'base' }, null],
    ['another line', { lineMemberId: member('bo') }, null],
    ['another objector', { memberId: member('bo'), by: person('bo') }, null],
  ] as const)('are not raised twice: %s', (_what, other, refusal) =>
    expect(refusalOf(withOne(byTelephone), objecting('two', other), duringPublicity)).toEqual(refusal),
  );

  it('are not raised again by the same member after the answer', () => {
    const answered = after(withOne(byTelephone), [answering('secretary'), duringPublicity]);
    expect(refusalOf(answered, objecting('two'), duringPublicity)).toMatchObject({ code: 'already-objected', number: 1 });
  });

  it('of two people outside the branch are two', () =>
    expect(
      refusalOf(withOne(fromOutside), { ...fromOutside, actId: actId('two'), objectionId: objectionId('two') }, duringPublicity),
    ).toBeNull());

  it('wait no longer once they are answered', () => {
    const upheld = answering('secretary', { upheld: true, newValue: decidedAt('ann', 5) });
    expect(openObjections(after(withOne(byTelephone), [upheld, duringPublicity]))).toEqual([]);
  });
});
