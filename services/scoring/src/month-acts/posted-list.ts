import type { PostedRow } from '@jifen/contracts';
import { linesListed } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';

/** What a list shows on the day of its posting, in roster order: kept with it, whatever the ledger says later. */
export async function postedList(
  sheets: Pick<SheetStore, 'totalsOfYear'>,
  { state, round, period, participants }: BranchMonthRecord,
): Promise<PostedRow[]> {
  const current = state.rounds.find((one) => one.round === round);
  const listed = new Set<string>(current ? linesListed(current).map(({ memberId }) => memberId) : []);
  const inRosterOrder = participants.filter(({ memberId }) => listed.has(memberId)).sort((a, b) => a.rosterNumber - b.rosterNumber);
  const year = await sheets.totalsOfYear([...listed], Number(period.slice(0, 4)));
  return inRosterOrder.flatMap(({ memberId }) => {
    const sheet = year.find((one) => one.memberId === memberId && one.period === period);
    if (!sheet) return [];
    const { task, reward, honour, total } = sheet.totals;
    const { baseBalance, total: yearToDate } = sheet.yearToDate;
    return [{ memberId, baseBalance, task, reward, honour, total, yearToDate }];
  });
}
