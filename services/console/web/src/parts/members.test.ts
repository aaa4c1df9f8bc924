import { describe, expect, it } from '@jest/globals';
import { memberOptions } from './members.ts';

describe('the members to choose from', () => {
  it('are told apart by number and party group where two have one name', () =>
    expect(
      memberOptions([
        { memberId: 'm-1', name: '甲', rosterNumber: 1, groupName: '第一党小组' },
        { memberId: 'm-2', name: '乙', rosterNumber: 2, groupName: '第一党小组' },
        { memberId: 'm-3', name: '甲', rosterNumber: 3 },
      ]),
    ).toEqual([
      { value: 'm-1', label: '甲（序号1，第一党小组）' },
      { value: 'm-2', label: '乙' },
      { value: 'm-3', label: '甲（序号3）' },
    ]));
});
