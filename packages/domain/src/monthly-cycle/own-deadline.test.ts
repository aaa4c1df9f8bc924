import { describe, expect, it } from '@jest/globals';
import {
  after,
  aMonth,
  applicationBy,
  applying,
  decidedAt,
  line,
  lineOf,
  member,
  type Name,
  names,
  noted,
  refusalOf,
  registering,
  reviewing,
} from './branch-month.builders.ts';
import type { BranchMonth } from './branch-month.ts';
import { withOwnDeadlines } from './own-deadline.ts';

const day = 86_400_000;
const ownDeadline = applicationBy + day;
const stateOf = (month: BranchMonth, name: Name) => month.participants.find(({ memberId }) => memberId === member(name))?.application;
const forDan = (month = aMonth(), at = applicationBy - day) =>
  withOwnDeadlines(month, [{ memberId: member('dan'), applicationBy: ownDeadline }], at);
const closed = (month: BranchMonth, at = applicationBy) => after(month, [{ kind: 'close-applications' }, at]);
const registeredWithoutDan = (month: BranchMonth) =>
  after(month, [
    registering({ lines: names.map((name) => (name === 'dan' ? lineOf(name, { kind: 'not-applied' }) : noted(lineOf(name)))) }),
    applicationBy,
  ]);

describe('one member’s own deadline (个别延期, regulation 2-2 step 3)', () => {
  it.each([
    ['the last millisecond of it', ownDeadline - 1, 'applied'],
    ['its midnight', ownDeadline, 'late'],
  ])('decides on late or not: at %s the application is %s', (_when, at, state) =>
    expect(stateOf(after(forDan(), [applying('dan'), at]), 'dan')).toBe(state),
  );

  it('is nobody else’s: another member is late from the month’s midnight on', () =>
    expect(stateOf(after(forDan(), [applying('bo'), applicationBy]), 'bo')).toBe('late'));

  it('decides also where a late application is not taken', () => {
    const month = { ...forDan(), profile: { ...aMonth().profile, lateApplication: 'refused' as const } };
    expect(refusalOf(month, applying('dan'), ownDeadline - 1)).toBeNull();
    expect(refusalOf(month, applying('dan'), ownDeadline)).toEqual({ code: 'late-application-refused', memberId: member('dan') });
  });

  it('keeps its member waited for when the others’ applications are closed', () => {
    const month = closed(forDan());
    expect(names.map((name) => stateOf(month, name))).toEqual(['absent', 'absent', 'absent', 'absent', 'waiting-application']);
  });

  it('holds up no registration: a claim made in time after it is registered by itself', () => {
    const month = after(registeredWithoutDan(closed(forDan())), [applying('dan'), ownDeadline - 1]);
    expect([stateOf(month, 'dan'), line(month, 'dan').claimed?.at]).toEqual(['applied', ownDeadline - 1]);
    expect(refusalOf(month, { ...registering({ lines: [decidedAt('dan', 6)] }), actId: applying('dan').actId })).toMatchObject({
      code: 'already-decided',
    });
  });

  it('that has passed leaves its member absent with the registration, and any with the review', () => {
    const month = closed(forDan());
    expect(stateOf(after(month, [registering(), ownDeadline - 1]), 'dan')).toBe('waiting-application');
    expect(stateOf(after(month, [registering(), ownDeadline]), 'dan')).toBe('absent');
    expect(stateOf(after(month, [registering(), ownDeadline - 1], [reviewing(), ownDeadline - 1]), 'dan')).toBe('absent');
  });

  it('given after the others’ makes an absent member waited for again, until its midnight or the review', () => {
    const month = closed(aMonth());
    expect(stateOf(forDan(month, ownDeadline - 1), 'dan')).toBe('waiting-application');
    expect(stateOf(forDan(month, ownDeadline), 'dan')).toBe('absent');
    const reviewed = after(month, [registering(), applicationBy], [reviewing(), applicationBy]);
    expect(stateOf(forDan(reviewed, applicationBy), 'dan')).toBe('absent');
  });

  it('is gone once it is given no more', () => expect(withOwnDeadlines(forDan(), [], applicationBy - day)).toEqual(aMonth()));

  it('says whether who withdrew is waited for again', () => {
    const applied = after(forDan(), [applying('dan'), applicationBy]);
    const withdraw = { kind: 'withdraw', withdraws: applying('dan').actId, actId: 'w', by: applying('dan').by, round: 1 } as never;
    expect(stateOf(after(applied, [withdraw, ownDeadline - 1]), 'dan')).toBe('waiting-application');
    expect(stateOf(after(applied, [withdraw, ownDeadline]), 'dan')).toBe('absent');
  });
});
