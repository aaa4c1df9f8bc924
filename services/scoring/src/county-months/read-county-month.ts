import type { CountyMonthKey, CountyMonthView } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import type { CountyMonthStore } from './county-month.store.ts';

export type ReadCountyMonth = CountyMonthKey & { caller: Caller; now: number };

/** How far the opening of a county's month has got, and which branches refused it for what reason. */
export async function readCountyMonth(
  { countyMonths }: { countyMonths: CountyMonthStore },
  { countyId, period, caller, now }: ReadCountyMonth,
): Promise<Result<CountyMonthView, AccessRefusal>> {
  const permission = permitted({ caller, action: 'county-month:read', organisation: `/${countyId}`, at: now });
  if (!permission.ok) return permission;
  const record = await countyMonths.find({ countyId, period });
  if (!record) return refuse({ code: 'not-found' });
  const { begunAt, finishedAt, counts, refusals } = record;
  const byBranch = Object.entries(refusals).sort(([a], [b]) => (a < b ? -1 : 1));
  return ok({ countyId, period, begunAt, finishedAt, counts, refusals: byBranch.map(([branchId, refusal]) => ({ branchId, ...refusal })) });
}
