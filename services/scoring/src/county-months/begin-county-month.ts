import type { CountyMonthKey } from '@jifen/contracts';
import { dayOf, ok, period as periodOf, type Result, refuse, startOfDay } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { type CountyMonthStore, countyMonthId } from './county-month.store.ts';

export type BeginCountyMonth = CountyMonthKey & { now: number; events: readonly PendingEvent[] };
export type BeginRefusal = { code: 'month-not-begun'; period: string };

/** From now on the county sees how far the opening of its month has got. Begun already, it stays as it is. */
export async function beginCountyMonth(
  { countyMonths }: { countyMonths: CountyMonthStore },
  { countyId, period, now, events }: BeginCountyMonth,
): Promise<Result<true, BeginRefusal>> {
  if (now < startOfDay(dayOf(periodOf(period), 1))) return refuse({ code: 'month-not-begun', period });
  const _id = countyMonthId({ countyId, period });
  await countyMonths.insert({ _id, countyId, period, begunAt: now, refusals: {} }, events);
  return ok(true);
}
