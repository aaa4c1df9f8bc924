import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';

type Ports = { months: Pick<BranchMonthStore, 'find'> };

/** The other months with which one is evaluated, as far as they were opened for it. */
export async function monthsTogether({ months }: Ports, { branchId, period, state }: BranchMonthRecord): Promise<BranchMonthRecord[]> {
  const { joint } = state;
  const others = joint?.months.filter((month) => month !== period) ?? [];
  const found = await Promise.all(others.map((month) => months.find(branchId, month)));
  return found.flatMap((month) => (month?.state.joint?.closing === joint?.closing && month ? [month] : []));
}
