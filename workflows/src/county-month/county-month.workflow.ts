import { type CountyMonthInput, type CountyMonthKey, type CountyMonthPass, queues } from '@jifen/contracts';
import { continueAsNew, isCancellation, log, proxyActivities, sleep } from '@temporalio/workflow';
import type { CountyActivities } from '../activities/activities.ts';
import { refusalCodeOf } from '../keeping/refusals.ts';

const patient = {
  taskQueue: queues.county,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
} as const;

const { beginCountyMonth, listCountyBranches, finishCountyMonth } = proxyActivities<CountyActivities>(patient);

/** A branch that gets no answer for a quarter of an hour gives way to the others. */
const { openBranchMonth } = proxyActivities<CountyActivities>({ ...patient, scheduleToCloseTimeout: '15 minutes' });

/** A working day for people to fill what was missing. */
const untilAgain = '1 day';

/** A county's month: opens all branches page by page, and once again those that refused. It waits for none of them. */
export async function countyMonth(input: CountyMonthInput): Promise<void> {
  const { countyId, period, pass } = input;
  if (!pass) await beginCountyMonth({ countyId, period });
  const rest = pass?.kind === 'again' ? await openAgain(input, pass.remaining) : await openPage(input, pass);
  if (rest) await continueAsNew<typeof countyMonth>({ ...input, pass: rest });
}

type FirstPass = Extract<CountyMonthPass, { kind: 'first' }>;

async function openPage({ countyId, period, pageSize }: CountyMonthInput, pass?: FirstPass): Promise<CountyMonthPass | undefined> {
  const after = pass?.after === undefined ? {} : { after: pass.after };
  const { branchIds, next } = await listCountyBranches({ countyId, limit: pageSize, ...after });
  const refused = [...(pass?.refused ?? []), ...(await openBranches({ countyId, period }, branchIds))];
  if (next !== undefined) return { kind: 'first', after: next, refused };
  await finishCountyMonth({ countyId, period });
  if (refused.length === 0) return undefined;
  await sleep(untilAgain);
  return { kind: 'again', remaining: refused };
}

async function openAgain(
  { countyId, period, pageSize }: CountyMonthInput,
  remaining: readonly string[],
): Promise<CountyMonthPass | undefined> {
  await openBranches({ countyId, period }, remaining.slice(0, pageSize));
  if (remaining.length > pageSize) return { kind: 'again', remaining: remaining.slice(pageSize) };
  await finishCountyMonth({ countyId, period });
  return undefined;
}

/** As many as the county's queue has hands for. */
const atOnce = 4;

/** Opens the months of these branches; answers which refused, or got no answer. */
async function openBranches(month: CountyMonthKey, branchIds: readonly string[]): Promise<string[]> {
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
