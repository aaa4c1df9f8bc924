import { describe, expect, it } from '@jest/globals';
import type { Entry, MonthLine } from '../evaluation/month-line.ts';
import { objectionId } from '../ids/ids.ts';
import { points } from '../points/points.ts';
import { aProfile } from '../schemes/profile/profile.builders.ts';
import {
  after,
  aMonth,
  applicationBy,
  applying,
  confirming,
  decidedAt,
  duringPublicity,
  evening,
  line,
  lineOf,
  meeting,
  member,
  type Name,
  names,
  noted,
  person,
  posted,
  refusalOf,
  registered,
  registering,
  reviewed,
  reviewing,
} from './branch-month.builders.ts';
import { wrongGrounds } from './grounds.ts';

const inTime = applicationBy - 1;
const allApplied = after(aMonth(), ...names.map((name) => [applying(name), inTime] as const));
const nothing = '\u200b\u3164\u2800 ';

const absence = (amount: number, other: Partial<Entry> = {}): Entry => ({ item: 'unexcused-absence', amount: points(amount), ...other });
const award: Entry = { item: 'major-contribution', amount: points(2), note: 'put out a fire', evidence: 'letter 7' };
const danWith = (other: Partial<MonthLine>): MonthLine => ({ ...lineOf('dan'), ...other });
const registeringDan = (dan: MonthLine & { reason?: string }) =>
  registering({ lines: names.map((name) => (name === 'dan' ? dan : lineOf(name))) });

describe('a registration that is not what was claimed (regulation 2-2 step 4)', () => {
  const refusal = { code: 'reason-required', memberId: 'm-dan' };

  it.each([
    ['lower task points', decidedAt('dan', 5.99), refusal],
    ['the claimed task points, decided', decidedAt('dan', 6), null],
    ['what was claimed', lineOf('dan'), null],
    ['a deduction with grounds of its own', danWith({ base: [absence(-0.5, { note: 'missed the party day' })] }), null],
    ['a reward with grounds of its own', danWith({ reward: [award] }), null],
  ])('with %s asks for a reason or not', (_what, dan, expected) => {
    expect(refusalOf(allApplied, registeringDan(dan), inTime)).toEqual(expected);
    expect(refusalOf(allApplied, registeringDan({ ...dan, reason: 'two visits are missing' }), inTime)).toBeNull();
  });

  it.each([undefined, '', ' ', nothing])('takes %j for no reason', (reason) =>
    expect(refusalOf(allApplied, registeringDan({ ...decidedAt('dan', 5), ...(reason === undefined ? {} : { reason }) }), inTime)).toEqual(
      refusal,
    ),
  );

  it('asks for a reason where a claimed reward is left out, lowered or given once instead of twice', () => {
    const claiming = { ...applying('dan'), line: danWith({ reward: [award, award] }) };
    const others = names.filter((name) => name !== 'dan').map((name) => [applying(name), inTime] as const);
    const month = after(aMonth(), ...others, [claiming, inTime]);
    const given = (...reward: Entry[]) => refusalOf(month, registeringDan(danWith({ reward })), inTime);
    expect(given(award, award)).toBeNull();
    expect([given(), given(award), given(award, { ...award, amount: points(1) })]).toEqual([refusal, refusal, refusal]);
  });

  it('asks for a reason where points are given to somebody who has not applied, and none for 本人未申报', () => {
    const lines = names.map((name) => lineOf(name, { kind: 'not-applied' }));
    const known = (name: Name, amount: number) => lines.map((one) => (one.memberId === member(name) ? decidedAt(name, amount) : one));
    expect(refusalOf(aMonth(), registering({ lines }), applicationBy)).toBeNull();
    expect(refusalOf(aMonth(), registering({ lines: known('dan', 0.01) }), applicationBy)).toEqual(refusal);
    expect(refusalOf(aMonth(), registering({ lines: known('dan', 0) }), applicationBy)).toBeNull();
  });

  it('keeps the line alone: the reason stays with the act', () => {
    const month = after(allApplied, [registeringDan(noted(decidedAt('dan', 5))), inTime]);
    expect(line(month, 'dan').registered?.line).toEqual(decidedAt('dan', 5));
  });
});

describe('the grounds of an entry (regulation 2-1)', () => {
  const bare = danWith({ base: [absence(-0.5)] });
  const refusal = { code: 'basis-required', memberId: 'm-dan', component: 'base', item: 'unexcused-absence', title: 'unexcused-absence项' };
  const change = (dan: MonthLine) => ({ line: dan, reason: 'as the committee knows' });
  const objected = after(posted(), [
    {
      actId: applying('bo').actId,
      by: person('dan'),
      round: 1,
      kind: 'object',
      objectionId: objectionId('o1'),
      memberId: member('dan'),
      lineMemberId: member('dan'),
      component: 'base',
    },
    duringPublicity,
  ]);
  const answered = (newValue: MonthLine) =>
    refusalOf(
      objected,
      {
        actId: applying('ann').actId,
        by: person('secretary'),
        round: 1,
        kind: 'answer-objection',
        objectionId: objectionId('o1'),
        upheld: true,
        newValue,
      },
      duringPublicity,
    );
  const inReview = after(registered(), [reviewing({ leftOut: [member('dan')] }), evening]);

  it.each([
    ['registration', (dan: MonthLine) => refusalOf(allApplied, registeringDan(dan), inTime)],
    ['review', (dan: MonthLine) => refusalOf(registered(), reviewing({ changes: [change(dan)] }))],
    ['line that was left out', (dan: MonthLine) => refusalOf(inReview, confirming('dan', { changes: [change(dan)] }))],
    ['meeting', (dan: MonthLine) => refusalOf(reviewed(), meeting({ changes: [change(dan)] }))],
    ['answer to an objection', answered],
  ] as const)('are asked for at every %s', (_step, refused) => {
    expect(refused(bare)).toEqual(refusal);
    expect(refused(danWith({ base: [absence(-0.5, { note: nothing, evidence: nothing })] }))).toEqual(refusal);
    expect(refused(danWith({ base: [absence(-0.5, { note: 'missed the party day' })] }))).toBeNull();
    expect(refused(danWith({ base: [absence(-0.5, { evidence: 'sheet of attendance' })] }))).toBeNull();
  });

  it('are asked for rewards as for deductions', () => {
    const { note: _note, evidence: _evidence, ...ungrounded } = award;
    expect(wrongGrounds(aProfile, danWith({ reward: [award, ungrounded] }))).toMatchObject({ code: 'basis-required', component: 'reward' });
    expect(wrongGrounds(aProfile, danWith({ reward: [award] }))).toBeNull();
  });

  it('are asked for in an application too, of an item that needs no proof', () => {
    const items = aProfile.reward.items.map((item) => ({ ...item, evidence: 'optional' as const }));
    const month = { ...aMonth(), profile: { ...aProfile, reward: { ...aProfile.reward, items } } };
    const claiming = (reward: Entry) => refusalOf(month, { ...applying('dan'), line: danWith({ reward: [reward] }) }, inTime);
    const { note: _note, evidence: _evidence, ...ungrounded } = award;
    expect(claiming(ungrounded)).toMatchObject({ code: 'basis-required', component: 'reward', item: 'major-contribution' });
    expect(claiming({ ...ungrounded, note: 'put out a fire' })).toBeNull();
  });
});

describe('the deductions of a month (regulation 2-1)', () => {
  const note = 'missed every meeting';
  const deducting = (...amounts: number[]) =>
    refusalOf(allApplied, registeringDan(danWith({ base: amounts.map((amount) => absence(amount, { note })) })), inTime);

  it('take all of the base points and no more, one by one or together', () => {
    const refusal = { code: 'deducts-more-than-base', memberId: 'm-dan', component: 'base', item: 'unexcused-absence', limit: 2000 };
    expect([deducting(-20), deducting(-19.5, -0.5)]).toEqual([null, null]);
    expect(deducting(-99)).toMatchObject(refusal);
    expect(deducting(-20.01)).toMatchObject(refusal);
    expect(deducting(-19.5, -0.51)).toMatchObject(refusal);
  });
});
