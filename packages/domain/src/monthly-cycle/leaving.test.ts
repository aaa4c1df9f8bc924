import { describe, expect, it } from '@jest/globals';
import { actId } from '../ids/ids.ts';
import {
  after,
  aMonth,
  applicationBy,
  applying,
  confirming,
  evening,
  line,
  lineOf,
  meeting,
  member,
  met,
  type Name,
  names,
  person,
  posted,
  refusalOf,
  registered,
  registering,
  reviewed,
  reviewing,
  round,
} from './branch-month.builders.ts';
import type { BranchMonth } from './branch-month.ts';
import { votersOf } from './decide-meeting.ts';
import type { DecisionOf } from './decisions.ts';
import { linesCarried, membersListed, membersOf } from './rounds.ts';

const leaving = (name: Name, other: Partial<DecisionOf<'leave'>> = {}): DecisionOf<'leave'> => ({
  actId: actId(`left-${name}`),
  by: person('clerk'),
  round: 1,
  kind: 'leave',
  memberId: member(name),
  because: 'death',
  on: '2026-11-02',
  rosterHash: 'roster-2',
  ...other,
});
const stay = names.filter((name) => name !== 'dan');
const stayers = { rosterHash: 'roster-2', lines: stay.map((name) => lineOf(name)) };
const fewer = { rosterHash: 'roster-2', due: 4, voters: 4 };
const gone = (month = aMonth()) => after(month, [leaving('dan'), applicationBy - 1]);

describe('a member who leaves an open month (regulation 2-2)', () => {
  it.each(['death', 'expulsion', 'transfer'] as const)('by %s takes no further part, and the record says why', (because) => {
    const month = after(aMonth(), [leaving('dan', { because }), 7]);
    expect(membersOf(month).map(({ memberId }) => memberId)).toEqual(stay.map(member));
    expect(month.participants[4]?.left).toEqual({ actId: 'left-dan', by: 'p-clerk', at: 7, because, on: '2026-11-02' });
    expect([line(month, 'dan').standing, linesCarried(round(month)).length]).toEqual(['left', 4]);
  });

  it('is no longer waited for: the others may be registered as soon as they have applied', () => {
    const month = after(gone(), ...stay.map((name) => [applying(name), applicationBy - 1] as const));
    expect(refusalOf(month, registering(stayers), applicationBy - 1)).toBeNull();
    expect(after(gone(), [{ kind: 'close-applications' }, applicationBy]).participants[4]?.application).toBe('waiting-application');
  });

  it('applies no more, and leaves once', () => {
    expect(refusalOf(gone(), applying('dan'))).toEqual({ code: 'member-has-left', memberId: member('dan') });
    expect(refusalOf(gone(), leaving('dan', { actId: actId('again') }))).toEqual({ code: 'member-has-left', memberId: member('dan') });
    expect(refusalOf(gone(), leaving('dan'))).toMatchObject({ code: 'already-decided' });
  });

  it('changes the roster: what was decided for the old one is refused', () => {
    expect(refusalOf(gone(), registering(), applicationBy)).toEqual({ code: 'stale-roster', rosterHash: 'roster-2' });
    expect(refusalOf(gone(), registering({ rosterHash: 'roster-2' }), applicationBy)).toMatchObject({ code: 'unknown-line' });
  });

  it('is not counted among those who vote, or are due to attend', () => {
    const month = after(reviewed(), [leaving('dan'), evening]);
    expect(votersOf(month)).toBe(4);
    expect(refusalOf(month, meeting({ rosterHash: 'roster-2' }))).toEqual({ code: 'votes-do-not-add-up' });
    const held = after(month, [meeting({ ...fewer, present: 3, inFavour: 3 }), evening]);
    expect([held.status, line(held, 'dan').resolved]).toEqual(['posting', null]);
  });

  it('keeps what a meeting has resolved: the list goes on as it is', () => {
    const month = after(met(), [leaving('dan'), evening]);
    expect(line(month, 'dan')).toMatchObject({ standing: 'listed', resolved: { actId: 'meeting' } });
    expect(line(after(posted(), [leaving('dan'), evening]), 'dan').standing).toBe('listed');
  });

  it('is still listed with the resolved line, and no more without one', () => {
    const listed = (month: BranchMonth) => membersListed(month).map(({ memberId }) => memberId);
    expect(listed(after(met(), [leaving('dan'), evening]))).toContain('m-dan');
    expect(listed(after(posted(), [leaving('dan'), evening]))).toContain('m-dan');
    expect(listed(after(reviewed(), [leaving('dan'), evening]))).not.toContain('m-dan');
  });

  it('is taken out when that resolution is withdrawn', () => {
    const withdraw = { kind: 'withdraw', actId: actId('w'), by: person('recorder'), round: 1, withdraws: actId('meeting') } as const;
    const month = after(met(), [leaving('dan'), evening], [withdraw, evening]);
    expect([month.status, line(month, 'dan').standing, line(month, 'bo').standing]).toEqual(['meeting', 'left', 'listed']);
  });

  it('lets the review end when only that line was still to be decided by another', () => {
    const month = after(registered(), [reviewing({ leftOut: [member('dan')] }), evening], [confirming('ann'), evening]);
    expect(month.status).toBe('reviewing');
    expect(after(month, [leaving('dan'), evening]).status).toBe('meeting');
  });

  it('takes a late claim along, so that no supplement is opened for it', () => {
    const late = after(reviewed(), [applying('dan'), evening]);
    expect(late.lateClaims).toHaveLength(1);
    expect(after(late, [leaving('dan'), evening]).lateClaims).toEqual([]);
  });

  it('closes a round in which nobody is left', () => {
    const month = names.reduce((state, name) => after(state, [leaving(name), 7]), aMonth());
    expect([month.status, round(month, 1).status]).toEqual(['closed', 'closed']);
  });
});
