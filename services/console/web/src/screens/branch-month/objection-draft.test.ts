import { describe, expect, it } from '@jest/globals';
import { emptyObjection, objectionOf } from './objection-draft.ts';

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
