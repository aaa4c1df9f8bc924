import { describe, expect, it } from '@jest/globals';
import { actId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  aMonth,
  applicationBy,
  applying,
  confirming,
  evening,
  filed,
  lineOf,
  meeting,
  person,
  refusalOf,
  registered,
  registering,
  returnBy,
  reviewing,
  round,
} from './branch-month.builders.ts';
import type { DecisionOf } from './decisions.ts';

const inTime = applicationBy - 1;
const entered = (month = aMonth(), at = inTime) =>
  after(month, [{ ...applying('dan'), enteredBy: person('clerk'), onBehalf: { paperSigned: true } }, at]);
const confirmingEntry = (other: Partial<DecisionOf<'confirm-entry'>> = {}): DecisionOf<'confirm-entry'> => ({
  actId: actId('mine'),
  by: person('dan'),
  round: 1,
  kind: 'confirm-entry',
  confirms: actId('apply-dan'),
  ...other,
});
const dan = (month = entered()) => month.participants[4];

describe('an entry on behalf (regulation 2-2 step 3, A19)', () => {
  it('is confirmed by the member themselves: who and when is kept, everything else stays', () => {
    const before = entered();
    const month = after(before, [confirmingEntry(), inTime]);
    expect(dan(month)?.entryConfirmed).toEqual({ actId: 'mine', by: 'p-dan', at: inTime });
    expect(dan(month)?.application).toBe('on-behalf');
    expect([month.rounds, month.status]).toEqual([before.rounds, 'applying']);
  });

  it.each([
    ['by the recorder', entered(), confirmingEntry({ by: person('recorder') }), 'not-your-post'],
    ['by whoever entered it', entered(), confirmingEntry({ by: person('clerk') }), 'not-your-post'],
    ['by another member', entered(), confirmingEntry({ by: person('bo') }), 'not-your-post'],
    ['that nobody made', aMonth(), confirmingEntry(), 'nothing-to-confirm'],
    ['that they made themselves', after(aMonth(), [applying('dan'), inTime]), confirmingEntry(), 'nothing-to-confirm'],
    ['a second time', after(entered(), [confirmingEntry(), inTime]), confirmingEntry({ actId: actId('again') }), 'nothing-to-confirm'],
    ['twice under one id', after(entered(), [confirmingEntry(), inTime]), confirmingEntry(), 'already-decided'],
  ] as const)('%s is not confirmed', (_what, month, decision, code) => expect(refusalOf(month, decision, inTime)).toMatchObject({ code }));

  it.each([
    ['today', '2026-11-09', null],
    ['on the first day of the month', '2026-10-01', null],
    ['tomorrow', '2026-11-10', { code: 'day-in-the-future' }],
    ['before the month', '2026-09-30', { code: 'day-before-the-month', day: '2026-09-30', from: '2026-10-01' }],
  ] as const)('from a paper that was signed %s', (_when, signedOn, refusal) => {
    const entry = { ...applying('dan'), enteredBy: person('clerk'), onBehalf: { paperSigned: true, signedOn } };
    expect(refusalOf(aMonth(), entry, inTime)).toEqual(refusal);
  });

  it('may be confirmed after registration and review, until the meeting has resolved the line, and again once that is withdrawn', () => {
    const reviewed = after(registered(entered()), [reviewing(), evening], [confirming('ann'), evening]);
    expect(dan(after(reviewed, [confirmingEntry(), evening]))?.entryConfirmed?.at).toBe(evening);
    const met = after(reviewed, [meeting(), evening]);
    expect(refusalOf(met, confirmingEntry(), evening)).toEqual({ code: 'already-decided', status: 'posting' });
    const withdrawal = { actId: actId('w'), by: person('recorder'), round: 1, kind: 'withdraw', withdraws: actId('meeting') } as const;
    expect(refusalOf(after(met, [withdrawal, evening]), confirmingEntry(), evening)).toBeNull();
  });

  it('that nobody confirms holds up no step and is decided on as it stands', () => {
    const met = after(registered(entered()), [reviewing(), evening], [confirming('ann'), evening], [meeting(), evening]);
    expect([met.status, round(met).lines[4]?.resolved?.line]).toEqual(['posting', lineOf('dan')]);
    expect(dan(met)?.entryConfirmed).toBeUndefined();
  });

  it('taken back and entered anew is another entry, which was not confirmed', () => {
    const withdrawal = { actId: actId('w'), by: person('dan'), round: 1, kind: 'withdraw', withdraws: actId('apply-dan') } as const;
    const takenBack = after(entered(), [confirmingEntry(), inTime], [withdrawal, inTime]);
    expect(dan(takenBack)).toMatchObject({ application: 'waiting-application' });
    expect(dan(takenBack)?.entryConfirmed).toBeUndefined();
    const anew = { ...applying('dan'), actId: actId('anew'), enteredBy: person('clerk'), onBehalf: { paperSigned: true } };
    const month = after(takenBack, [anew, inTime]);
    expect(refusalOf(month, confirmingEntry({ actId: actId('late') }), inTime)).toEqual({ code: 'nothing-to-confirm', actId: 'apply-dan' });
    expect(refusalOf(month, confirmingEntry({ actId: actId('late'), confirms: actId('anew') }), inTime)).toBeNull();
  });

  it('too late for its list is confirmed while it waits for its supplement, and in it', () => {
    const waiting = entered(filed(), afterPublicity);
    expect(dan(after(waiting, [confirmingEntry(), afterPublicity]))?.entryConfirmed?.at).toBe(afterPublicity);
    const supplement = after(waiting, [{ kind: 'close', round: 1 }, returnBy]);
    expect(supplement.status).toBe('registering');
    const confirmed = after(
      supplement,
      [confirmingEntry(), returnBy],
      [registering({ actId: actId('r2'), round: 2, lines: [lineOf('dan')] }), returnBy],
    );
    expect([confirmed.status, dan(confirmed)?.entryConfirmed?.at]).toEqual(['reviewing', returnBy]);
  });
});
