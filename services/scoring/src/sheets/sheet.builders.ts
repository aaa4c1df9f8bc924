import { type Sheet, sheetId } from './sheet.store.ts';

/** October's sheet of a member who has earned the whole ceiling. */
export function aSheet(of: Partial<Sheet> = {}): Sheet {
  const { memberId = 'member-1', period = '2026-10' } = of;
  const totals = { base: 0, task: 600, reward: 0, honour: 0, total: 600 };
  return {
    _id: sheetId(memberId, period),
    memberId,
    branchId: 'dongwan',
    period,
    year: Number(period.slice(0, 4)),
    ceiling: 600,
    totals,
    yearToDate: { ...totals, total: 2600, baseBalance: 2000, possibleMaximum: 2600, rewardSurplus: 0 },
    trace: [{ code: 'month-total', values: { total: '6' } }],
    hash: 'abcdef0123456789',
    rowCount: 1,
    ...of,
  };
}
