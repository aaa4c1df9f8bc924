import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '../calendar/local-date.ts';
import { actId, objectionId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  aMonth,
  applicationBy,
  applying,
  confirming,
  duringPublicity,
  evening,
  filed,
  filing,
  line,
  lineOf,
  meeting,
  member,
  met,
  type Name,
  person,
  posted,
  posting,
  refusalOf,
  registered,
  registering,
  returnBy,
  reviewed,
  reviewing,
  round,
} from './branch-month.builders.ts';
import type { BranchMonth } from './branch-month.ts';

const withdrawing = (act: string, by: Name = 'recorder') =>
  ({ actId: actId(`withdraw-${act}`), by: person(by), round: 1, kind: 'withdraw', withdraws: actId(act) }) as const;
/** Everything except the list of acts and who entered them. */
const stateOf = ({ status, rounds, participants, lateClaims }: BranchMonth) => ({ status, rounds, participants, lateClaims });

describe('withdrawal of a decision (regulation 2-2 steps 3–8)', () => {
  const inReview = after(registered(), [reviewing(), evening]);
  const closedApplications = after(aMonth(), [{ kind: 'close-applications' }, applicationBy]);

  it.each([
    ['registration', registered(), 'register', 'recorder', closedApplications],
    ['review', inReview, 'review', 'ann', registered()],
    ['second decision', reviewed(), 'confirm-ann', 'bo', inReview],
    ['resolution', met(), 'meeting', 'recorder', reviewed()],
    ['posting', posted(), 'post', 'recorder', met()],
    ['filing', filed(), 'file', 'secretary', after(posted(), [{ kind: 'end-publicity', round: 1 }, afterPublicity])],
  ] as const)('a %s that is withdrawn leaves what was before', (_what, month, act, by, before) =>
    expect(stateOf(after(month, [withdrawing(act, by), afterPublicity]))).toEqual(stateOf(before)),
  );

  it.each([
    ['registration after the review', inReview, 'register', 'recorder'],
    ['review after the second decision', reviewed(), 'review', 'ann'],
    ['resolution after posting', posted(), 'meeting', 'recorder'],
    ['posting after publicity', filed(), 'post', 'recorder'],
    ['filing after it was closed', after(filed(), [{ kind: 'close', round: 1 }, returnBy]), 'file', 'secretary'],
  ] as const)('the %s stays', (_what, month, act, by) =>
    expect(refusalOf(month, withdrawing(act, by), returnBy)).toEqual({ code: 'next-step-decided', actId: act }),
  );

  it('a posting to which somebody has objected stays', () => {
    const object = {
      actId: actId('o'),
      by: person('dan'),
      round: 1,
      kind: 'object',
      objectionId: objectionId('o1'),
      memberId: member('dan'),
      lineMemberId: member('dan'),
      component: 'base',
    } as const;
    expect(refusalOf(after(posted(), [object, duringPublicity]), withdrawing('post'), duringPublicity)).toMatchObject({
      code: 'next-step-decided',
    });
  });

  it('a filing that was received is withdrawn only after its receipt', () => {
    const receipt = { actId: actId('receive'), by: person('superior'), round: 1, kind: 'receive' } as const;
    const month = after(filed(), [receipt, afterPublicity]);
    expect(refusalOf(month, withdrawing('file', 'secretary'), afterPublicity)).toMatchObject({ code: 'next-step-decided' });
    const back = after(month, [{ ...withdrawing('receive'), by: person('superior') }, afterPublicity]);
    expect(round(back).receipt).toBeNull();
    expect(refusalOf(back, withdrawing('file', 'secretary'), afterPublicity)).toBeNull();
  });

  it('belongs to whoever decided', () => expect(refusalOf(met(), withdrawing('meeting', 'secretary'))).toEqual({ code: 'not-your-post' }));

  it('needs a decision', () => expect(refusalOf(met(), withdrawing('nothing'))).toEqual({ code: 'nothing-to-withdraw', actId: 'nothing' }));

  it('is done once: a withdrawn act is no longer there', () => {
    const month = after(met(), [withdrawing('meeting'), evening]);
    expect(refusalOf(month, { ...withdrawing('meeting'), actId: actId('again') })).toMatchObject({ code: 'nothing-to-withdraw' });
  });

  it('takes back a recorded meeting that failed', () => {
    const month = after(reviewed(), [meeting({ present: 2, inFavour: 2, carried: false }), evening], [withdrawing('meeting'), evening]);
    expect(stateOf(month)).toEqual(stateOf(reviewed()));
  });

  it('lets the step be decided anew under another id', () => {
    const month = after(met(), [withdrawing('meeting'), evening], [meeting({ actId: actId('meeting-2') }), evening]);
    expect([month.status, round(month).acts.at(-1)?.actId]).toEqual(['posting', 'meeting-2']);
  });
});

describe('withdrawal of an application (撤回修改)', () => {
  const withdrawDan = withdrawing('apply-dan', 'dan');

  it('is possible until registration, and they may apply again', () => {
    const month = after(aMonth(), [applying('dan'), applicationBy - 2], [withdrawDan, applicationBy - 1]);
    const { participants, ...rest } = stateOf(aMonth());
    const withdrawn = { actId: 'apply-dan', line: lineOf('dan'), inTime: true };
    expect(stateOf(month)).toEqual({
      ...rest,
      participants: participants.map((one) => (one.memberId === 'm-dan' ? { ...one, withdrawn } : one)),
    });
    expect(refusalOf(month, applying('dan'), applicationBy - 1)).toBeNull();
  });

  const notDone = lineOf('dan', { kind: 'fulfilments', fulfilments: [{ pledgeId: 'pledge-dan', rate: 'not-done', note: 'ill' }] });
  const again = (changes = {}) => ({ ...applying('dan'), actId: actId('again'), ...changes });
  it.each([
    ['unchanged', applicationBy - 2, {}, 'applied'],
    ['changed', applicationBy - 2, { line: notDone }, 'late'],
    ['unchanged, but had come late', applicationBy, {}, 'late'],
  ] as const)('and sent again %s after the deadline keeps its day, or does not', (_how, at, changes, state) => {
    const month = after(aMonth(), [applying('dan'), at], [withdrawDan, applicationBy + 1], [again(changes), applicationBy + 2]);
    expect(month.participants[4]?.application).toBe(state);
  });

  it('of a late change does not forget what had come in time', () => {
    const changed = again({ line: notDone });
    const month = after(
      aMonth(),
      [applying('dan'), applicationBy - 2],
      [withdrawDan, applicationBy],
      [changed, applicationBy + 1],
      [withdrawing('again', 'dan'), applicationBy + 2],
      [{ ...applying('dan'), actId: actId('third') }, applicationBy + 3],
    );
    expect(month.participants[4]?.application).toBe('applied');
  });

  it('after the deadline leaves 本人未申报', () => {
    const month = after(aMonth(), [applying('dan'), applicationBy - 2], [withdrawDan, applicationBy]);
    expect(month.participants[4]?.application).toBe('absent');
  });

  it('is refused after registration and to others', () => {
    const applied = after(aMonth(), [applying('dan'), applicationBy - 2]);
    expect(refusalOf(applied, withdrawing('apply-dan', 'bo'))).toEqual({ code: 'not-your-post' });
    expect(refusalOf(after(applied, [registering(), applicationBy]), withdrawDan)).toMatchObject({ code: 'next-step-decided' });
  });

  it('takes a late application out of the waiting ones', () => {
    const month = after(reviewed(), [applying('dan'), evening], [withdrawDan, evening]);
    expect([month.lateClaims, month.participants[4]?.application]).toEqual([[], 'absent']);
  });

  it('closes a supplement that it leaves empty', () => {
    const supplement = after(filed(), [applying('dan'), evening], [{ kind: 'close', round: 1 }, returnBy]);
    const month = after(supplement, [{ ...withdrawDan, round: 2 }, returnBy]);
    expect([supplement.status, month.status, month.round]).toEqual(['registering', 'closed', 2]);
  });
});

describe('a month’s whole way (regulation 2-2 steps 3–8)', () => {
  it('a supplement goes through every step again, with the late member’s line alone', () => {
    const opened = after(filed(), [applying('dan'), evening], [{ kind: 'close', round: 1 }, returnBy]);
    const danLine = line(opened, 'dan').claimed?.line;
    const day = startOfDay('2026-12-10');
    const month = after(
      opened,
      [registering({ actId: actId('r2'), round: 2, lines: danLine ? [danLine] : [] }), returnBy],
      [reviewing({ actId: actId('v2'), round: 2 }), returnBy],
      [meeting({ actId: actId('m2'), round: 2, heldOn: '2026-12-10' }), day],
      [posting({ actId: actId('p2'), round: 2, postedOn: '2026-12-10', publicityEndsAt: day + 1 }), day],
      [filing({ actId: actId('f2'), round: 2, returnBy: day + 3 }), day + 2],
      [{ kind: 'close', round: 2 }, day + 3],
    );
    expect([month.status, month.round, round(month).filing?.lines]).toEqual(['closed', 2, ['m-dan']]);
  });

  it('a month is data: it survives being written and read', () => expect(JSON.parse(JSON.stringify(filed()))).toEqual(filed()));

  it('a decision already there is not made a second time', () =>
    expect(refusalOf(met(), meeting())).toMatchObject({ code: 'already-decided' }));

  it('a confirmation under the id of the review is the same decision', () =>
    expect(refusalOf(after(registered(), [reviewing(), evening]), confirming('ann', { actId: actId('review') }))).toMatchObject({
      code: 'already-decided',
    }));
});
