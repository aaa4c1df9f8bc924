import { describe, expect, it } from '@jest/globals';
import { beginningsFrom, entryOf } from './evaluation-choices.ts';

describe('the way of evaluation as it is sent', () => {
  it('keeps the pairs of the months that follow, and forgets those of another beginning', () => {
    const draft = { from: '2027-01', evaluation: 'month' as const, merged: ['2027-01', '2026-01'], reason: ' 工作安排 ' };
    expect(entryOf(draft, { version: 3 })).toEqual({
      from: '2027-01',
      evaluation: 'month',
      merged: [['2027-01', '2027-02']],
      reason: '工作安排',
      replaces: 3,
    });
  });

  it('by quarter begins with a quarter', () => {
    expect(beginningsFrom('2026-11', 'quarter').slice(0, 2)).toEqual(['2027-01', '2027-04']);
  });
});
