import { describe, expect, it } from '@jest/globals';
import { actId, objectionId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  aMonth,
  applicationBy,
  applying,
  duringPublicity,
  evening,
  filed,
  filing,
  member,
  met,
  person,
  posted,
  refusalOf,
  returnBy,
  reviewed,
} from './branch-month.builders.ts';
import type { DecisionOf } from './decisions.ts';
import { unconfirmedEntries, waitingLines, waitingReasonOf } from './waiting.ts';

const inTime = applicationBy - 1;
const telephoned: DecisionOf<'apply'> = {
  ...applying('dan'),
  enteredBy: person('recorder'),
  onBehalf: { paperSigned: false, byTelephone: true },
};
const entered = () => after(aMonth(), [telephoned, inTime]);
const confirmed = { kind: 'confirm-entry', actId: actId('mine'), by: person('dan'), round: 1, confirms: actId('apply-dan') } as const;
const withdrawn = { kind: 'withdraw', actId: actId('w'), by: person('dan'), round: 1, withdraws: actId('apply-dan') } as const;

describe('an entry by telephone (regulation 2-2 step 3, A19)', () => {
  it('is an entry on behalf without a paper, which waits for its member’s word', () => {
    expect(refusalOf(aMonth(), telephoned, inTime)).toBeNull();
    expect(entered().participants[4]?.application).toBe('on-behalf');
    expect(unconfirmedEntries(entered())).toEqual([{ memberId: member('dan'), since: inTime }]);
  });

  it('waits no more once it is confirmed, taken back, or replaced by a signed paper', () => {
    expect(unconfirmedEntries(after(entered(), [confirmed, inTime]))).toEqual([]);
    expect(unconfirmedEntries(after(entered(), [withdrawn, inTime]))).toEqual([]);
    const onPaper = { ...telephoned, actId: actId('anew'), onBehalf: { paperSigned: true } };
    expect(unconfirmedEntries(after(entered(), [withdrawn, inTime], [onPaper, inTime]))).toEqual([]);
  });

  it('waits no more once the meeting has resolved the line, or its member has left', () => {
    const leave = { kind: 'leave', memberId: member('dan'), because: 'death', on: '2026-11-02', rosterHash: 'roster-2' } as const;
    expect(unconfirmedEntries(after(entered(), [{ ...leave, actId: actId('l'), by: person('clerk'), round: 1 }, inTime]))).toEqual([]);
    const participants = met().participants.map((one) => ({ ...one, telephoned: { actId: actId('a'), at: 1 } }));
    expect(unconfirmedEntries({ ...met(), participants })).toEqual([]);
  });
});

describe('a line that waits (regulation 2-2 step 7)', () => {
  const objecting = {
    kind: 'object',
    actId: actId('o'),
    by: person('ann'),
    round: 1,
    objectionId: objectionId('o'),
    memberId: member('ann'),
    lineMemberId: member('dan'),
    component: 'task',
  } as const;
  const rejecting = {
    kind: 'answer-objection',
    actId: actId('no'),
    by: person('bo'),
    round: 1,
    objectionId: objectionId('o'),
    upheld: false,
  } as const;
  const objected = () =>
    after(
      posted(),
      [objecting, duringPublicity],
      [rejecting, duringPublicity],
      [filing(), afterPublicity],
      [{ kind: 'close', round: 1 }, returnBy],
    );

  it('waits since the round before its supplement has closed, because of an objection', () => {
    expect(waitingLines(objected())).toEqual([{ memberId: member('dan'), since: returnBy }]);
    expect(waitingReasonOf(objected(), member('dan'))).toBe('objection');
  });

  it('waits because the application was late', () => {
    const late = after(reviewed(), [applying('dan'), evening]);
    expect(waitingReasonOf(late, member('dan'))).toBe('late-application');
  });

  it('does not wait while its own round is open, nor when everything has closed', () => {
    expect(waitingLines(filed())).toEqual([]);
    expect(waitingLines(after(filed(), [{ kind: 'close', round: 1 }, returnBy]))).toEqual([]);
  });
});
