import type { CountyMonthKey } from '@jifen/contracts';
import { isCancellation, log } from '@temporalio/workflow';
import { refusalCodeOf } from '../keeping/refusals.ts';
import { openBranchMonth } from './ask-county.ts';

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

/** Does the work for each item, never for more than `size` of them at the same time; the answers are in the order of the items. */
export async function inWindow<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: size }, lane));
  return answers;
}
