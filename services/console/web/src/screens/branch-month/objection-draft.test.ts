import { describe, expect, it } from '@jest/globals';
import type { MonthRow, PublicationView } from '@jifen/contracts';
import { emptyObjection, linesPosted, objectionOf } from './objection-draft.ts';

const draft = { ...emptyObjection, memberId: 'member-7', statement: ' 分值有误 ' };
const said = { round: 1, memberId: 'member-7', component: 'task', statement: '分值有误' };

describe('an objection while it is typed', () => {
  it('is one’s own, without a wish, when nothing else is said', () => expect(objectionOf(draft, 1)).toEqual(said));

  it('carries the points that are wished for, also none', () => {
    expect(objectionOf({ ...draft, wish: '４.５' }, 1)).toEqual({ ...said, wish: 450 });
    expect(objectionOf({ ...draft, wish: '0' }, 1)).toEqual({ ...said, wish: 0 });
  });

  it('is recorded for a member, or for somebody outside the branch by their name', () => {
    const byTelephone = { ...draft, way: 'telephone', objector: 'member-5', outsider: ' 村民某某 ' } as const;
    expect(objectionOf(byTelephone, 1)).toEqual({ ...said, onBehalf: { way: 'telephone', memberId: 'member-5' } });
    expect(objectionOf({ ...byTelephone, from: 'outsider' }, 1)).toEqual({
      ...said,
      onBehalf: { way: 'telephone', outsider: '村民某某' },
    });
  });
});

describe('the lines to which one may object', () => {
  const values = { deductions: [], task: 600, rewards: [] };
  const row = (rosterNumber: number, resolved: boolean): MonthRow => ({
    memberId: `member-${rosterNumber}`,
    name: '甲',
    rosterNumber,
    standing: 'full',
    class: 'with-post',
    channel: 'screen',
    votes: true,
    application: 'applied',
    proposed: values,
    reasons: [],
    heldBack: false,
    supplement: false,
    ...(resolved ? { resolved: values } : {}),
  });
  const list: PublicationView = {
    round: 2,
    status: 'publicity',
    supplement: false,
    memberIds: ['member-1'],
    heldBack: ['member-2', 'member-3'],
  };
  const earlier: PublicationView = { ...list, round: 1, memberIds: ['member-4'] };

  it('are those of the posted list and those held back from it by an objection, not those that the meeting did not carry', () => {
    const rows = [row(3, false), row(2, true), row(1, true), row(4, true)];
    expect(linesPosted({ publications: [earlier, list], round: 2, rows }).map(({ memberId }) => memberId)).toEqual([
      'member-1',
      'member-2',
    ]);
  });
});
