import { describe, expect, it } from '@jest/globals';
import { expectedRows, expectedTotals, taskOf } from './expected-line.ts';
import type { Fulfilled, MemberScript } from './script.ts';

const fulfilled = (...states: [Fulfilled['state'], number][]): Fulfilled[] =>
  states.map(([state, weight], index) => ({ pledgeId: `p${index}`, weight, state }));

const aMember = (other: Partial<MemberScript> = {}): MemberScript => ({
  memberId: 'm1',
  personId: 'p1',
  signsIn: true,
  handedIn: 'in-time',
  fulfilled: fulfilled(['done', 2], ['partly-done', 1]),
  rewards: [],
  deductions: [],
  knownTask: 0,
  ...other,
});
const absence = { item: 'unexcused-absence', amount: 50, basis: '主题党日无故缺席一次' };
const commended = { item: 'commendation-below-county', amount: 100, basis: '受到镇级通报表扬', evidence: '通报〔2026〕7号' };

describe('the task points that a script comes to (regulation 2-1)', () => {
  it.each([
    ['all done', 600, fulfilled(['done', 3], ['done', 2]), 600],
    ['nothing done', 600, fulfilled(['not-done', 3]), 0],
    ['two thirds done, one third in part', 500, fulfilled(['done', 2], ['partly-done', 1]), 433],
    ['exactly half a hundredth, up', 5, fulfilled(['done', 1], ['not-done', 1]), 3],
    ['less than half a hundredth, down', 7, fulfilled(['done', 1], ['not-done', 2]), 2],
    ['more than half a hundredth, up', 8, fulfilled(['done', 1], ['not-done', 2]), 3],
  ])('%s', (_what, ceiling, pledges, points) => expect(taskOf(pledges, ceiling)).toBe(points));
});

describe('what a member’s month comes to', () => {
  const totals = (other: Partial<MemberScript>) => expectedTotals(aMember(other), 500);

  it('is what the member claimed, with deductions and rewards', () => {
    expect(totals({ deductions: [absence], rewards: [commended] })).toEqual({ base: -50, task: 433, reward: 100, honour: 0, total: 483 });
    expect(totals({})).toEqual({ base: 0, task: 433, reward: 0, honour: 0, total: 433 });
  });

  it.each(['anew', 'on-paper', 'late', 'late-before-review', 'late-after-review'] as const)(
    'handed in %s it counts as in time',
    (handedIn) => expect(totals({ handedIn, knownTask: 200 })).toEqual(totals({})),
  );

  it('without an application is what the branch knows of, and no reward', () => {
    const never = { handedIn: 'never', rewards: [commended], deductions: [absence] } as const;
    expect(totals({ ...never, knownTask: 200 })).toEqual({ base: -50, task: 200, reward: 0, honour: 0, total: 150 });
    expect(totals(never)).toEqual({ base: -50, task: 0, reward: 0, honour: 0, total: -50 });
  });

  it('is less what the review takes off, but never less than nothing', () => {
    const reviewed = (lessTask: number) => ({ reviewed: { lessTask, withoutRewards: false, reason: '按实际' } });
    expect(totals(reviewed(75)).task).toBe(358);
    expect(totals(reviewed(433)).task).toBe(0);
    expect(totals(reviewed(434)).task).toBe(0);
  });

  it('loses its rewards when the review strikes them', () => {
    const reviewed = { lessTask: 0, withoutRewards: true, reason: '层级不符' };
    expect(totals({ rewards: [commended], reviewed })).toMatchObject({ task: 433, reward: 0, total: 433 });
  });

  it('is changed by an objection that is upheld, not by one that is answered no', () => {
    expect(totals({ objection: { upheld: true, task: 483 } }).task).toBe(483);
    expect(totals({ objection: { upheld: false } }).task).toBe(433);
  });
});

describe('the rows that a member’s month leaves in the ledger', () => {
  it.each<[string, Partial<MemberScript>, number]>([
    ['the task alone', {}, 1],
    ['a deduction, the task and a reward', { deductions: [absence], rewards: [commended] }, 3],
    ['a reward that was struck leaves none', { rewards: [commended], reviewed: { lessTask: 0, withoutRewards: true, reason: '不符' } }, 1],
    ['an upheld objection takes one back and adds one', { objection: { upheld: true, task: 483 } }, 3],
    ['an objection that is answered no adds none', { objection: { upheld: false } }, 1],
    ['whoever never applied has no task row', { handedIn: 'never', rewards: [commended] }, 0],
    ['unless the branch knows of something', { handedIn: 'never', knownTask: 200, deductions: [absence] }, 2],
    ['late after the review, in place of nothing', { handedIn: 'late-after-review', rewards: [commended] }, 2],
    ['late after the review, in place of what was known', { handedIn: 'late-after-review', knownTask: 200 }, 3],
    ['late before the review, only what was resolved', { handedIn: 'late-before-review', knownTask: 200 }, 1],
  ])('%s', (_what, member, rows) => expect(expectedRows(aMember(member))).toBe(rows));
});
