import { describe, expect, it } from '@jest/globals';
import type { JointEvaluation } from '../calendar/joint-evaluation.ts';
import { type Instant, startOfDay } from '../calendar/local-date.ts';
import { period } from '../calendar/period.ts';
import { actId, objectionId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  aMonth,
  confirming,
  decidedAt,
  duringPublicity,
  evening,
  filing,
  line,
  meeting,
  member,
  person,
  posting,
  refusalOf,
  registered,
  returnBy,
  reviewing,
  round,
} from './branch-month.builders.ts';
import type { BranchMonth } from './branch-month.ts';
import type { StepDecision } from './decisions.ts';
import { followingId, lagsBehind, monthsDecidedIn, otherMonthsAgainst } from './joint-months.ts';

const joint: JointEvaluation = {
  closing: period('2026-11'),
  by: 'merged',
  months: [period('2026-10'), period('2026-11')],
};
const october = (): BranchMonth => ({ ...aMonth(), joint });
const november = (): BranchMonth => ({ ...october(), period: period('2026-11') });
const reviewed = (month: BranchMonth) => after(registered(month), [reviewing(), evening], [confirming('ann'), evening]);

/** How an act of November's reaches October. */
const following = <D extends StepDecision>(decision: D): D => ({
  ...decision,
  actId: followingId(decision.actId, '2026-10'),
  follows: true,
});
const withdrawing = (id: string, of: string) =>
  ({ kind: 'withdraw', actId: actId(id), by: person('recorder'), round: 1, withdraws: actId(of) }) as const;
const receiving = { kind: 'receive', actId: actId('receive'), by: person('superior'), round: 1 } as const;
const returning = {
  kind: 'return',
  actId: actId('return'),
  by: person('superior'),
  round: 1,
  backTo: 'posting',
  reason: 'no seal',
} as const;
const objecting = {
  kind: 'object',
  actId: actId('object'),
  by: person('dan'),
  round: 1,
  objectionId: objectionId('objection'),
  memberId: member('dan'),
  lineMemberId: member('dan'),
  component: 'task',
} as const;

const postedOn = startOfDay('2026-11-13');
const met = () => after(reviewed(october()), [following(meeting()), evening]);
const posted = () => after(met(), [following(posting()), postedOn]);
const filed = () => after(posted(), [following(filing()), afterPublicity]);
const elsewhere = { code: 'evaluated-with-another-month', period: '2026-11', by: 'merged' };

describe('a month that waits for the meeting of a later one (regulation 2-2 steps 6–8, A11)', () => {
  it('is applied for, registered and reviewed as usual, and then stands at the meeting', () =>
    expect(reviewed(october()).status).toBe('meeting'));

  it.each<[string, () => BranchMonth, StepDecision, Instant]>([
    ['meeting', () => reviewed(october()), meeting(), evening],
    ['posting', met, posting(), postedOn],
    ['filing', posted, filing(), afterPublicity],
    ['receipt', filed, receiving, afterPublicity],
    ['return', filed, returning, afterPublicity],
    ['withdrawal of the meeting', met, withdrawing('w', 'meeting.2026-10'), evening],
  ])('has no %s of its own', (_what, month, decision, at) => expect(refusalOf(month(), decision, at)).toEqual(elsewhere));

  it('lets what came before the meeting be withdrawn by itself', () => {
    const withdrawal = { ...withdrawing('w', 'review'), by: person('ann') };
    const onlyReviewed = after(registered(october()), [reviewing(), evening]);
    expect(refusalOf(onlyReviewed, withdrawal, evening)).toBeNull();
  });

  it('takes the closing month’s resolution, posting, filing and receipt, whoever held its posts', () => {
    const other = person('superior');
    const month = after(
      reviewed(october()),
      [following(meeting({ by: other })), evening],
      [following(posting({ by: other })), postedOn],
      [following(filing({ by: other })), afterPublicity],
      [following({ ...receiving, by: person('recorder') }), afterPublicity],
    );
    expect(month.status).toBe('filed');
    expect(line(month, 'dan').resolved?.actId).toBe('meeting.2026-10');
    expect(round(month).posting?.actId).toBe('post.2026-10');
    expect(round(month).filing?.returnBy).toBe(returnBy);
    expect(round(month).receipt?.actId).toBe('receive.2026-10');
  });

  it('takes the outcome of the one meeting, also where that roster was another', () => {
    const votes = { due: 30, voters: 26, present: 13, inFavour: 13, against: 0, abstained: 0 };
    const failed = after(reviewed(october()), [following(meeting({ ...votes, carried: false })), evening]);
    expect([failed.status, round(failed).meetings[0]?.outcome]).toEqual(['meeting', 'not-carried']);
    const passed = after(reviewed(october()), [following(meeting({ ...votes, present: 14, inFavour: 14 })), evening]);
    expect([passed.status, round(passed).meetings[0]?.outcome]).toEqual(['posting', 'carried']);
  });

  it('is changed and voted on line by line as the closing month’s meeting says', () => {
    const votes = { due: 5, voters: 5, present: 4, inFavour: 4, against: 0, abstained: 0 };
    const decision = meeting({
      ...votes,
      changes: [{ line: decidedAt('bo', 5), reason: 'half a day missing' }],
      separateVotes: [{ memberId: member('dan'), inFavour: 2, against: 2, abstained: 0 }],
    });
    const month = after(reviewed(october()), [following(decision), evening]);
    expect(line(month, 'bo').resolved).toMatchObject({ reason: 'half a day missing', line: { task: { kind: 'decided' } } });
    expect(line(month, 'dan')).toMatchObject({ standing: 'held-back', resolved: null });
  });

  it('counts a separate vote on its lines like any other', () => {
    const separateVotes = [{ memberId: member('dan'), inFavour: 2, against: 1, abstained: 0 }];
    expect(refusalOf(reviewed(october()), following(meeting({ separateVotes })))).toEqual({ code: 'votes-do-not-add-up' });
  });

  it('follows a return into the next round, whose list is again the common one', () => {
    const returned = after(filed(), [following(returning), afterPublicity]);
    expect([returned.status, returned.round]).toEqual(['posting', 2]);
    expect(refusalOf(returned, posting({ round: 2 }), afterPublicity)).toEqual(elsewhere);
  });

  it('has a supplement of its own, by itself', () => {
    const objected = after(posted(), [objecting, duringPublicity], [following(filing()), afterPublicity]);
    const answered = after(objected, [
      {
        kind: 'answer-objection',
        actId: actId('answer'),
        by: person('secretary'),
        round: 1,
        objectionId: objectionId('objection'),
        upheld: false,
      },
      afterPublicity,
    ]);
    const closed = after(answered, [{ kind: 'close', round: 1 }, returnBy]);
    expect([closed.status, closed.round, round(closed).origin]).toEqual(['posting', 2, 'supplement']);
    expect(refusalOf(closed, posting({ round: 2, postedOn: '2026-12-04' }), startOfDay('2026-12-04'))).toBeNull();
  });

  it('follows a withdrawn posting even where an objection came first, and keeps the objection', () => {
    const objected = after(posted(), [objecting, duringPublicity]);
    const withdrawn = after(objected, [following(withdrawing('w', 'post.2026-10')), duringPublicity]);
    expect([withdrawn.status, round(withdrawn).posting, round(withdrawn).objections.length]).toEqual(['posting', null, 1]);
  });
});

describe('the closing month of several (regulation 2-2 steps 6–8, A11)', () => {
  it('meets, posts and files as any month', () => {
    const month = after(reviewed(november()), [meeting(), evening], [posting(), postedOn], [filing(), afterPublicity]);
    expect(month.status).toBe('filed');
  });

  it('does not meet before each other month has been reviewed, and says which has not', () => {
    const notYet = { code: 'other-month-not-ready', period: '2026-10', status: 'reviewing' };
    expect(otherMonthsAgainst(reviewed(november()), meeting(), [registered(october())])).toEqual(notYet);
    expect(otherMonthsAgainst(reviewed(november()), meeting(), [reviewed(october())])).toBeNull();
    expect(otherMonthsAgainst(reviewed(november()), meeting(), [])).toBeNull();
  });

  it('receives and returns nothing by whoever entered paper for one of its months', () => {
    const entered: BranchMonth = { ...filed(), enteredBy: [person('superior')] };
    expect(otherMonthsAgainst(november(), receiving, [filed(), entered])).toEqual({ code: 'own-entry' });
    expect(otherMonthsAgainst(november(), returning, [entered])).toEqual({ code: 'own-entry' });
    expect(otherMonthsAgainst(november(), receiving, [filed()])).toBeNull();
  });

  it('does not take a posting back on which another month has an objection', () => {
    const closing = after(reviewed(november()), [meeting(), evening], [posting(), postedOn]);
    const withdrawal = withdrawing('w', 'post');
    const objected = after(posted(), [objecting, duringPublicity]);
    expect(otherMonthsAgainst(closing, withdrawal, [objected])).toEqual({ code: 'next-step-decided', actId: 'post' });
    expect(otherMonthsAgainst(closing, withdrawal, [posted()])).toBeNull();
    expect(otherMonthsAgainst(closing, withdrawing('w', 'meeting'), [objected])).toBeNull();
  });

  it('asks no other month where it is evaluated by itself', () =>
    expect(otherMonthsAgainst(reviewed(aMonth()), meeting(), [registered(october())])).toBeNull());

  it('decides on the lines of all its months, one that is evaluated by itself on its own', () => {
    expect(monthsDecidedIn(november(), round(november()))).toEqual(['2026-10', '2026-11']);
    expect(monthsDecidedIn(aMonth(), round(aMonth()))).toEqual(['2026-10']);
  });

  it('is ahead of a month until that month has followed every act', () => {
    const closing = after(reviewed(november()), [meeting(), evening]);
    expect(lagsBehind(reviewed(october()), reviewed(november()))).toBe(false);
    expect(lagsBehind(reviewed(october()), closing)).toBe(true);
    expect(lagsBehind(met(), closing)).toBe(false);
    const returned = after(closing, [posting(), postedOn], [filing(), afterPublicity], [returning, afterPublicity]);
    expect(lagsBehind(filed(), returned)).toBe(true);
    expect(lagsBehind(after(filed(), [following(returning), afterPublicity]), returned)).toBe(false);
  });
});
