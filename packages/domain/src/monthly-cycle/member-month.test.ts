import { describe, expect, it } from '@jest/globals';
import { memberId, personId } from '../ids/ids.ts';
import { decideMemberMonth, evolveMemberMonth, initialMemberMonth, type MemberMonth, type MemberMonthDecision } from './member-month.ts';

const by = 1_000;
const start = initialMemberMonth(memberId('m1'), by);
const onBehalf = { kind: 'apply-on-behalf', enteredBy: personId('p2'), paperSigned: true } as const;

function after(month: MemberMonth, ...decisions: readonly (readonly [MemberMonthDecision, number])[]): MemberMonth {
  return decisions.reduce((state, [decision, at]) => {
    const decided = decideMemberMonth(state, decision, at);
    if (!decided.ok) throw new Error(decided.refusal.code);
    return decided.value.reduce(evolveMemberMonth, state);
  }, month);
}
const refusal = (month: MemberMonth, decision: MemberMonthDecision, at = 1) => {
  const decided = decideMemberMonth(month, decision, at);
  return decided.ok ? null : decided.refusal.code;
};

describe('a member’s month (regulation 2-2 step 3, A19)', () => {
  it('waits for their application', () => expect(start.status).toBe('waiting-application'));

  it.each([
    [by - 1, 'applied'],
    [by, 'late'],
  ] as const)('an application at %i is %s', (at, status) => expect(after(start, [{ kind: 'apply' }, at])).toMatchObject({ status, at }));

  it('whoever has not applied by the deadline is 本人未申报, and may still apply late', () => {
    expect(refusal(start, { kind: 'close-applications' }, by - 1)).toBe('applications-open');
    const absent = after(start, [{ kind: 'close-applications' }, by]);
    expect([absent.status, after(absent, [{ kind: 'apply' }, by + 1]).status]).toEqual(['absent', 'late']);
  });

  it('a deadline that moves opens the month again for whoever was absent, until its own midnight', () => {
    const absent = after(start, [{ kind: 'close-applications' }, by]);
    const moved = after(absent, [{ kind: 'move-deadline', applicationBy: by + 100 }, by + 1]);
    expect(moved).toMatchObject({ status: 'waiting-application', applicationBy: by + 100 });
    expect(after(moved, [{ kind: 'apply' }, by + 99]).status).toBe('applied');
    expect(after(moved, [{ kind: 'apply' }, by + 100]).status).toBe('late');
    expect(after(absent, [{ kind: 'move-deadline', applicationBy: by + 100 }, by + 100]).status).toBe('absent');
  });

  it('the deadline changes nothing for whoever has applied', () => {
    const applied = after(start, [{ kind: 'apply' }, 1]);
    expect(after(applied, [{ kind: 'close-applications' }, by])).toEqual(applied);
  });

  it('an application on behalf needs a signed paper and is confirmed by the member', () => {
    expect(refusal(start, { ...onBehalf, paperSigned: false })).toBe('signature-required');
    const entered = after(start, [onBehalf, 1]);
    expect(entered).toMatchObject({ status: 'on-behalf', enteredBy: 'p2', confirmedAt: null });
    const confirmed = after(entered, [{ kind: 'confirm-entry' }, 2]);
    expect([confirmed, refusal(confirmed, { kind: 'confirm-entry' })]).toMatchObject([{ confirmedAt: 2 }, 'nothing-to-confirm']);
    expect(refusal(start, { kind: 'confirm-entry' })).toBe('nothing-to-confirm');
  });

  it('is applied for once', () => {
    const applied = after(start, [{ kind: 'apply' }, 1]);
    expect([refusal(applied, { kind: 'apply' }), refusal(applied, onBehalf)]).toEqual(['already-applied', 'already-applied']);
  });

  it('a withdrawn application waits again, after the deadline it is missing', () => {
    const applied = after(start, [{ kind: 'apply' }, 1]);
    expect(after(applied, [{ kind: 'withdraw-application' }, by - 1])).toEqual(start);
    expect(after(applied, [{ kind: 'withdraw-application' }, by]).status).toBe('absent');
    expect(refusal(start, { kind: 'withdraw-application' })).toBe('nothing-to-withdraw');
  });

  it.each([
    [{ kind: 'settle' }, 'settled'],
    [{ kind: 'leave', because: 'transfer' }, 'left'],
    [{ kind: 'leave', because: 'exemption' }, 'left'],
  ] as const)('after %p it is over', (decision, status) => {
    const over = after(start, [decision, 5]);
    expect([over.status, refusal(over, { kind: 'apply' }), refusal(over, { kind: 'settle' })]).toEqual([
      status,
      'month-is-over',
      'month-is-over',
    ]);
  });
});
