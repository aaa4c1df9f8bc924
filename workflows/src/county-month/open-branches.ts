import type { CountyMonthKey } from '@jifen/contracts';
import { isCancellation, log } from '@temporalio/workflow';
import { refusalCodeOf } from '../keeping/refusals.ts';
import { openBranchMonth } from './ask-county.ts';
import { inWindow } from './in-window.ts';

/** As many as the county's queue has hands for. */
const atOnce = 4;

/** Opens the months of these branches; answers which refused, or got no answer. */
export async function openBranches(month: CountyMonthKey, branchIds: readonly string[]): Promise<string[]> {
  const refused: boolean[] = await inWindow(branchIds, atOnce, (branchId) => isRefused({ ...month, branchId }));
  return branchIds.filter((_branchId, index) => refused[index]);
}

async function isRefused(asked: CountyMonthKey & { branchId: string }): Promise<boolean> {
  try {
    return (await openBranchMonth(asked)).outcome === 'refused';
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn('a branch could not be asked', { ...asked, code: refusalCodeOf(error) });
    return true;
  }
}
