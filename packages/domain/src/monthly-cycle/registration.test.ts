import { describe, expect, it } from '@jest/globals';
import { notDone } from '../evaluation/evaluation.builders.ts';
import { actId, memberId } from '../ids/ids.ts';
import {
  after,
  aMonth,
  applicationBy,
  applying,
  decidedAt,
  evening,
  filed,
  line,
  lineOf,
  member,
  names,
  noted,
  person,
  refusalOf,
  registered,
  registering,
  returnBy,
  reviewed,
  reviewing,
  round,
} from './branch-month.builders.ts';
import { isLateClaim } from './rounds.ts';

const inTime = applicationBy - 1;

describe('the member’s application (regulation 2-2 step 3)', () => {
  it('opens the month and waits for everybody', () => {
    const month = aMonth();
    expect([month.status, month.round, month.participants.map((one) => one.application)]).toEqual([
      'applying',
      1,
      Array(5).fill('waiting-application'),
    ]);
  });

  it('is in time until its midnight and late from then on', () => {
    const month = after(aMonth(), [applying('dan'), inTime], [applying('bo'), applicationBy]);
    expect(month.participants.map((one) => one.application)).toEqual([
      'waiting-application',
      'waiting-application',
      'late',
      'waiting-application',
      'applied',
    ]);
    expect(line(month, 'dan').claimed).toMatchObject({ by: person('dan'), at: inTime, actId: 'apply-dan' });
  });

  it('is made by the member themselves, or by the recorder with a signed paper', () => {
    const byRecorder = { ...applying('dan'), by: person('recorder') };
    expect(refusalOf(aMonth(), byRecorder, inTime)).toEqual({ code: 'not-your-post' });
    expect(refusalOf(aMonth(), { ...byRecorder, onBehalf: { paperSigned: false } }, inTime)).toMatchObject({ code: 'signature-required' });
    const month = after(aMonth(), [{ ...byRecorder, onBehalf: { paperSigned: true } }, inTime]);
    expect(month.participants[4]?.application).toBe('on-behalf');
  });

  it('on behalf is not open to another member', () =>
    expect(refusalOf(aMonth(), { ...applying('dan'), by: person('bo'), onBehalf: { paperSigned: true } }, inTime)).toEqual({
      code: 'not-your-post',
    }));

  it('entered by a township clerk is the member’s, and the clerk is remembered', () => {
    const month = after(aMonth(), [{ ...applying('dan'), enteredBy: person('clerk'), onBehalf: { paperSigned: true } }, inTime]);
    expect([month.enteredBy, month.participants[4]?.application]).toEqual([['p-clerk'], 'on-behalf']);
  });

  it('is made once', () => {
    const month = after(aMonth(), [applying('dan'), inTime]);
    expect(refusalOf(month, { ...applying('dan'), actId: actId('again') }, inTime)).toMatchObject({ code: 'already-applied' });
    expect(refusalOf(month, applying('dan'), inTime)).toMatchObject({ code: 'already-decided' });
  });

  it('gives a sentence for what is not done', () => {
    const silent = lineOf('dan', { kind: 'fulfilments', fulfilments: [{ pledgeId: 'pledge-dan', rate: 'not-done' }] });
    expect(refusalOf(aMonth(), { ...applying('dan'), line: silent }, inTime)).toEqual({ code: 'reason-required', memberId: 'm-dan' });
    const explained = lineOf('dan', { kind: 'fulfilments', fulfilments: [notDone('pledge-dan')] });
    expect(refusalOf(aMonth(), { ...applying('dan'), line: explained }, inTime)).toBeNull();
  });

  it('states fulfilments, never points', () =>
    expect(refusalOf(aMonth(), { ...applying('dan'), line: decidedAt('dan', 5) }, inTime)).toEqual({
      code: 'claim-not-allowed',
      memberId: 'm-dan',
      kind: 'decided',
    }));

  it('of somebody who does not take part is unknown', () => {
    const stranger = { ...applying('dan'), line: { ...lineOf('dan'), memberId: memberId('m-eve') } };
    expect(refusalOf(aMonth(), stranger, inTime)).toEqual({ code: 'unknown-line', memberId: 'm-eve' });
  });

  it('after the deadline whoever has not applied is 本人未申报 and the month goes on', () => {
    expect(refusalOf(aMonth(), { kind: 'close-applications' }, inTime)).toEqual({
      code: 'applications-open',
      until: applicationBy,
      waiting: 5,
    });
    const month = after(after(aMonth(), [applying('dan'), inTime]), [{ kind: 'close-applications' }, applicationBy]);
    expect([month.status, month.participants.map((one) => one.application)]).toEqual([
      'registering',
      ['absent', 'absent', 'absent', 'absent', 'applied'],
    ]);
  });
});

describe('late applications (regulation 2-2 step 3, A19)', () => {
  const claimedBeforehand = after(aMonth(), [applying('bo'), inTime], [registering(), applicationBy]);
  const reviewStarted = after(registered(), [reviewing(), evening]);

  it('join until the committee has decided', () => {
    const month = after(registered(), [applying('dan'), evening]);
    expect([line(month, 'dan').claimed?.actId, month.lateClaims]).toEqual(['apply-dan', []]);
  });

  it('are registered one by one until then, and only they', () => {
    const month = after(registered(), [applying('dan'), evening]);
    const late = registering({ actId: actId('register-late'), lines: [lineOf('dan')] });
    expect(line(after(month, [late, evening]), 'dan').registered?.actId).toBe('register-late');
    expect(refusalOf(month, { ...late, lines: [lineOf('bo')] })).toEqual({ code: 'already-decided', status: 'reviewing' });
  });

  it('are late also where they come at the very instant of the registration', () => {
    const at = evening;
    const month = after(registered(), [applying('dan'), line(registered(), 'dan').registered?.at ?? at]);
    const late = registering({ actId: actId('register-late'), lines: [lineOf('dan')] });
    expect(line(after(month, [late, at]), 'dan').registered?.actId).toBe('register-late');
  });

  it('are not late when the registration knew them, whatever the clocks said', () => {
    const known = line(claimedBeforehand, 'bo');
    const claimedAt = (at: number) => ({ ...known, claimed: known.claimed && { ...known.claimed, at } });
    const registeredAt = known.registered?.at ?? 0;
    expect([registeredAt, registeredAt + 1].map((at) => isLateClaim(claimedAt(at)))).toEqual([false, false]);
  });

  it('wait for a supplement once the review is decided', () => {
    const month = after(reviewStarted, [applying('dan'), evening]);
    expect([month.lateClaims.map((late) => late.memberId), line(month, 'dan').claimed]).toEqual([['m-dan'], null]);
    expect(month.participants[4]?.application).toBe('late');
  });

  it('open their supplement when the open round is closed', () => {
    const waiting = after(reviewed(), [applying('dan'), evening]);
    expect([waiting.status, waiting.round]).toEqual(['meeting', 1]);
    const month = after(filed(), [applying('dan'), evening], [{ kind: 'close', round: 1 }, returnBy]);
    expect([month.status, month.round, month.lateClaims]).toEqual(['registering', 2, []]);
    expect(round(month).lines.map((one) => [one.memberId, one.claimed?.actId])).toEqual([['m-dan', 'apply-dan']]);
  });

  it('are refused when the month is closed already', () => {
    const month = after(filed(), [{ kind: 'close', round: 1 }, returnBy]);
    expect(refusalOf(month, applying('dan'), returnBy + 1)).toEqual({ code: 'already-decided', status: 'closed' });
  });

  it('are refused where a scheme refuses them', () => {
    const month = registered();
    const strict = { ...month, profile: { ...month.profile, lateApplication: 'refused' as const } };
    expect(refusalOf(strict, applying('dan'))).toEqual({ code: 'late-application-refused', memberId: 'm-dan' });
  });
});

describe('registration (regulation 2-2 step 4)', () => {
  const allApplied = after(aMonth(), ...names.map((name) => [applying(name), inTime] as const));

  it('waits for the deadline while somebody has not applied', () => {
    const month = after(aMonth(), [applying('dan'), inTime]);
    expect(refusalOf(month, registering(), inTime)).toEqual({ code: 'applications-open', until: applicationBy, waiting: 4 });
    expect(refusalOf(month, registering(), applicationBy)).toBeNull();
  });

  it('may come before the deadline when everybody has applied', () => {
    const month = after(allApplied, [registering(), inTime]);
    expect([month.status, line(month, 'bo').registered?.by]).toEqual(['reviewing', person('recorder')]);
  });

  it('keeps what was claimed apart from what is registered', () => {
    const month = after(allApplied, [registering({ lines: names.map((name) => noted(decidedAt(name, 5))) }), inTime]);
    expect(line(month, 'dan').claimed?.line.task.kind).toBe('fulfilments');
    expect(line(month, 'dan').registered?.line.task).toEqual({ kind: 'decided', amount: 500 });
  });

  it.each([
    ['by a committee member', { by: person('ann') }, { code: 'not-your-post' }],
    ['against another roster', { rosterHash: 'roster-0' }, { code: 'stale-roster', rosterHash: 'roster-1' }],
    [
      'without a line',
      { lines: [noted(lineOf('dan'))] },
      { code: 'line-missing', memberIds: ['m-secretary', 'm-ann', 'm-bo', 'm-recorder'] },
    ],
    ['with a line twice', { lines: [lineOf('dan'), lineOf('dan')] }, { code: 'duplicate-line', memberId: 'm-dan' }],
    ['of a stranger', { lines: [{ ...lineOf('dan'), memberId: memberId('m-eve') }] }, { code: 'unknown-line', memberId: 'm-eve' }],
    ['above the ceiling', { lines: [decidedAt('dan', 6.01)] }, { code: 'exceeds-ceiling', amount: 601, ceiling: 600, memberId: 'm-dan' }],
  ])('%s is refused', (_what, other, refusal) => expect(refusalOf(aMonth(), registering(other), applicationBy)).toEqual(refusal));

  it('by the deputy recorder is as good', () => {
    const { posts } = aMonth();
    const month = aMonth({ ...posts, deputyRecorder: person('dan') });
    expect(refusalOf(month, registering({ by: person('dan') }), applicationBy)).toBeNull();
  });

  it('never registers as 本人未申报 a member who has applied', () => {
    const lines = names.map((name) => lineOf(name, { kind: 'not-applied' }));
    expect(refusalOf(allApplied, registering({ lines }), inTime)).toMatchObject({ code: 'claim-not-allowed', kind: 'not-applied' });
    expect(refusalOf(aMonth(), registering({ lines }), applicationBy)).toBeNull();
  });

  it('is done once, and not in a round that does not exist', () => {
    expect(refusalOf(registered(), registering({ actId: actId('again') }))).toEqual({ code: 'already-decided', status: 'reviewing' });
    expect(refusalOf(aMonth(), registering({ round: 2 }))).toEqual({ code: 'unknown-round', round: 2 });
  });

  it('a refused decision changes nothing', () => {
    const month = aMonth();
    const before = JSON.stringify(month);
    refusalOf(month, registering({ lines: [lineOf('dan')] }), applicationBy);
    expect(JSON.stringify(month)).toBe(before);
    expect(month.participants.every((one) => one.memberId !== member('dan') || one.application === 'waiting-application')).toBe(true);
  });
});
