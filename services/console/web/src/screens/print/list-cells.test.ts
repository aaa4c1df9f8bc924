import { describe, expect, it } from '@jest/globals';
import { listCells } from './list-cells.ts';

type Row = Parameters<typeof listCells>[0][number];

const row = (n: number, more: Partial<Row> = {}): Row => ({
  memberId: `member-${n}`,
  name: `党员${n}`,
  rosterNumber: n,
  standing: 'full',
  class: 'without-post',
  channel: 'screen',
  votes: true,
  application: 'applied',
  proposed: { deductions: [], task: 0, rewards: [] },
  reasons: [],
  heldBack: false,
  supplement: false,
  totals: { base: 0, task: 300, reward: 0, honour: 0, total: 300 },
  baseBalance: 2000,
  yearToDate: 2300,
  ...more,
});
const posted = (n: number) => ({
  memberId: `member-${n}`,
  baseBalance: 2000,
  task: 600,
  reward: 50,
  honour: 0,
  total: 650,
  yearToDate: 2650,
});

describe('the rows of a posted list', () => {
  it('before it is posted are those that will be listed, as the ledger says now', () =>
    expect(listCells([row(1), row(2), row(3)], { memberIds: ['member-3', 'member-1'], heldBack: [] })).toEqual([
      [1, '党员1', '20', '3', '0', '0', '3', '23', ''],
      [2, '党员3', '20', '3', '0', '0', '3', '23', ''],
    ]));

  it('stay with the number and the points of the day, and a line that is held back says so in its row', () => {
    const list = { memberIds: ['member-2'], heldBack: ['member-1'], posted: [posted(1), posted(2)] };
    expect(listCells([row(1), row(2, { application: 'late' })], list)).toEqual([
      [1, '党员1', '20', '6', '0.5', '0', '6.5', '26.5', '暂缓公示'],
      [2, '党员2', '20', '6', '0.5', '0', '6.5', '26.5', '逾期补报'],
    ]);
  });
});
