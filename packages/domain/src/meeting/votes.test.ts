import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasCommittee, hasVote, majority, quorum, type Standing, votesNeeded } from './votes.ts';

describe('the members’ meeting (regulation 2-2 step 6)', () => {
  it.each([
    [13, 26, true],
    [12, 26, false],
    [13, 25, true],
    [12, 25, false],
    [1, 1, true],
    [0, 0, false],
  ] as const)('%i present of %i with a vote: quorum %p', (present, voters, reached) => expect(quorum(present, voters)).toBe(reached));

  it.each([
    [14, 26, true],
    [13, 26, false],
    [13, 25, true],
    [12, 25, false],
    [1, 1, true],
    [0, 1, false],
  ] as const)('%i in favour of %i due to attend: carried %p', (inFavour, due, carried) => expect(majority(inFavour, due)).toBe(carried));

  it('of 26 with a vote, 13 must be present and 14 in favour', () => expect(votesNeeded(26)).toEqual({ present: 13, inFavour: 14 }));

  it('the numbers needed are the smallest that suffice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (voters) => {
        const { present, inFavour } = votesNeeded(voters);
        expect([quorum(present, voters), quorum(present - 1, voters)]).toEqual([true, false]);
        expect([majority(inFavour, voters), majority(inFavour - 1, voters)]).toEqual([true, false]);
      }),
    );
  });

  it('probationary members and those under 留党察看 have no vote', () =>
    expect([hasVote('full'), hasVote('probationary'), hasVote('on-probation-within-party')]).toEqual([true, false, false]));
});

describe('the committee (regulation 2-2 step 5)', () => {
  const of = (full: number, ...others: readonly Standing[]) => [...Array.from({ length: full }, () => 'full' as const), ...others];

  it.each([
    [of(7), true],
    [of(6), false],
    [of(6, 'on-probation-within-party'), true],
    [of(6, 'probationary', 'probationary'), false],
  ])('%j: has one %p', (members, has) => expect(hasCommittee(members, 3)).toBe(has));

  it('that nobody was elected into does not review', () =>
    expect([hasCommittee(of(30), 1), hasCommittee(of(30), 0)]).toEqual([true, false]));
});
