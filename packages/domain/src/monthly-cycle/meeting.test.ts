import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '../calendar/local-date.ts';
import { actId, memberId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  decidedAt,
  evening,
  filing,
  line,
  lineOf,
  meeting,
  member,
  met,
  person,
  posting,
  refusalOf,
  registered,
  returnBy,
  reviewed,
  round,
} from './branch-month.builders.ts';
import { goesWithNextQuarter } from './rounds.ts';

const failed = meeting({ actId: actId('failed'), present: 2, inFavour: 2, carried: false });

describe('the members’ meeting (regulation 2-2 step 6)', () => {
  it('resolves the list as a whole at its reviewed values', () => {
    expect([met().status, line(met(), 'dan').resolved?.line]).toEqual(['posting', lineOf('dan')]);
    expect(round(met()).meetings).toMatchObject([{ heldOn: '2026-11-12', enteredAt: evening, outcome: 'carried' }]);
  });

  it('may change a line with a reason', () => {
    const month = after(reviewed(), [meeting({ changes: [{ line: decidedAt('dan', 5), reason: 'as the meeting found' }] }), evening]);
    expect(line(month, 'dan').resolved).toMatchObject({ line: { task: { amount: 500 } }, reason: 'as the meeting found' });
    expect(line(month, 'dan').reviewed?.line).toEqual(lineOf('dan'));
    expect(refusalOf(reviewed(), meeting({ changes: [{ line: decidedAt('dan', 5), reason: '' }] }))).toMatchObject({
      code: 'reason-required',
    });
  });

  it.each([
    [{ present: 3, inFavour: 3 }, null],
    [
      { present: 2, inFavour: 2 },
      { code: 'no-quorum', present: 2, needed: 3 },
    ],
    [
      { present: 4, inFavour: 2, against: 2 },
      { code: 'not-carried', inFavour: 2, needed: 3 },
    ],
    [{ present: 5, inFavour: 3, abstained: 2 }, null],
  ])('claimed as carried with %p: %p', (votes, refusal) => expect(refusalOf(reviewed(), meeting(votes))).toEqual(refusal));

  it('without a quorum is recorded and the list waits for the next meeting', () => {
    const month = after(reviewed(), [failed, evening]);
    expect([month.status, round(month).meetings[0]?.outcome, line(month, 'dan').resolved]).toEqual(['meeting', 'no-quorum', null]);
    expect(after(month, [meeting(), evening]).status).toBe('posting');
  });

  it('without a majority is recorded as not carried', () => {
    const month = after(reviewed(), [meeting({ inFavour: 1, against: 3, carried: false }), evening]);
    expect([month.status, round(month).meetings[0]?.outcome]).toEqual(['meeting', 'not-carried']);
  });

  it('that failed twice goes with the next quarter’s list', () => {
    const once = after(reviewed(), [failed, evening]);
    const twice = after(once, [{ ...failed, actId: actId('failed-again') }, evening]);
    expect([goesWithNextQuarter(round(once)), goesWithNextQuarter(round(twice))]).toEqual([false, true]);
  });

  it('carried by its votes is not recorded as lost', () =>
    expect(refusalOf(reviewed(), meeting({ carried: false }))).toEqual({ code: 'carried-by-the-votes', inFavour: 4, needed: 3 }));

  it.each([
    ['more votes than people present', { inFavour: 5 }],
    ['fewer votes than people present', { inFavour: 3 }],
    ['more people present than voters', { present: 6, inFavour: 6 }],
    ['fewer voters than the roster has', { voters: 4 }],
    ['fewer due to attend than voters', { due: 4 }],
    ['more due to attend than members', { due: 6 }],
    ['half a vote', { inFavour: 3.5, against: 0.5 }],
    [
      'a separate vote of others than those present',
      { separateVotes: [{ memberId: member('dan'), inFavour: 1, against: 1, abstained: 1 }] },
    ],
    ['one member excused twice', { voters: 3, notDueToAttend: [1, 2].map(() => ({ memberId: member('dan'), ground: 'abroad' })) }],
  ])('with %s does not add up', (_what, other) => expect(refusalOf(reviewed(), meeting(other))).toEqual({ code: 'votes-do-not-add-up' }));

  it('counts out members not due to attend, on a ground that is named', () => {
    const excused = {
      voters: 4,
      present: 2,
      inFavour: 2,
      carried: false,
      notDueToAttend: [{ memberId: member('dan'), ground: 'abroad over six months' }],
    };
    expect(refusalOf(reviewed(), meeting(excused))).toBeNull();
    expect(refusalOf(reviewed(), meeting({ ...excused, notDueToAttend: [{ memberId: member('dan'), ground: '' }] }))).toEqual({
      code: 'reason-required',
      memberId: 'm-dan',
    });
  });

  it('exempt members vote as well', () => {
    const month = { ...reviewed(), votersNotScored: [memberId('m-eve')] };
    expect(refusalOf(month, meeting())).toEqual({ code: 'votes-do-not-add-up' });
    expect(refusalOf(month, meeting({ due: 6, voters: 6 }))).toBeNull();
  });

  it.each([
    ['before the review is complete', registered(), meeting(), 'wrong-step'],
    ['after it was carried', met(), meeting({ actId: actId('again') }), 'already-decided'],
    ['by a member without a post', reviewed(), meeting({ by: person('dan') }), 'not-your-post'],
    ['against another roster', reviewed(), meeting({ rosterHash: 'old' }), 'stale-roster'],
    ['held tomorrow', reviewed(), meeting({ heldOn: '2026-11-13' }), 'day-in-the-future'],
    ['held before its month', reviewed(), meeting({ heldOn: '2026-09-30' }), 'day-before-the-month'],
    ['with nobody present', reviewed(), meeting({ present: 0, inFavour: 0, carried: false }), 'nobody-present'],
  ] as const)('recorded %s is refused', (_what, month, decision, code) => expect(refusalOf(month, decision)).toMatchObject({ code }));

  it('may have been held on the first day of its month', () => expect(refusalOf(reviewed(), meeting({ heldOn: '2026-10-01' }))).toBeNull());

  it('may be entered afterwards (会后补录): its day and the day of entry are kept apart', () => {
    const month = after(reviewed(), [meeting(), startOfDay('2026-11-20')]);
    expect(round(month).meetings[0]).toMatchObject({ heldOn: '2026-11-12', enteredAt: startOfDay('2026-11-20') });
  });
});

describe('separate votes (regulation 2-2 step 6, A11)', () => {
  const separate = (inFavour: number) =>
    meeting({ separateVotes: [{ memberId: member('dan'), inFavour, against: 4 - inFavour, abstained: 0 }] });

  it('carry a line with more than half of those due to attend', () =>
    expect(line(after(reviewed(), [separate(3), evening]), 'dan').standing).toBe('listed'));

  it('hold back a line that they do not carry, and it goes to a later meeting', () => {
    const month = after(reviewed(), [separate(2), evening]);
    expect([line(month, 'dan').standing, line(month, 'dan').resolved, line(month, 'bo').standing]).toEqual(['held-back', null, 'listed']);
    const closed = after(month, [posting(), startOfDay('2026-11-13')], [filing(), afterPublicity], [{ kind: 'close', round: 1 }, returnBy]);
    expect([closed.status, closed.round, round(closed).lines.map((one) => one.memberId)]).toEqual(['meeting', 2, ['m-dan']]);
  });
});
