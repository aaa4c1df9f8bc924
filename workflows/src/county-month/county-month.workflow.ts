import type { CountyMonthInput, CountyMonthPass } from '@jifen/contracts';
import { continueAsNew, sleep } from '@temporalio/workflow';
import { beginCountyMonth, finishCountyMonth, listCountyBranches } from './ask-county.ts';
import { openBranches } from './open-branches.ts';

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
