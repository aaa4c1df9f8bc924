import { businessTime, type Clock } from '@jifen/contracts';
import { localDateOf, nextPeriod, type Period, periodOf, period as periodText } from '@jifen/domain';
import type { PendingEvent, RouteAudit } from '@jifen/service-kit';
import { event } from '../outbox/events.ts';
import { type CountyMonthStore, countyMonthId } from './county-month.store.ts';

export type TickPorts = {
  countyMonths: Pick<CountyMonthStore, 'newest' | 'insert'>;
  clock: { reading(): Clock };
  realNow: () => number;
};

/** Where business time is played, moving it gives the ticks that the Schedule gives elsewhere: each month that has begun since is opened once. */
export async function giveTicks(ports: TickPorts, countyId: string, audit: RouteAudit['pending']): Promise<Period[]> {
  const reading = ports.clock.reading();
  if (reading.speed === 1) return [];
  const now = Math.floor(businessTime(reading, ports.realNow()));
  const newest = await ports.countyMonths.newest(countyId);
  const months = monthsSince(newest?.period, periodOf(localDateOf(now)));
  for (const period of months) {
    const _id = countyMonthId({ countyId, period });
    const start = event('start-county-month', _id, ports.realNow(), { countyId, period });
    const events: PendingEvent[] = [audit({ target: _id, organisation: `/${countyId}` }), start];
    await ports.countyMonths.insert({ _id, countyId, period, begunAt: now, refusals: {} }, events);
  }
  return months;
}

/** A county that has opened none so far begins with the month that is. */
function monthsSince(newest: string | undefined, current: Period): Period[] {
  if (newest === undefined) return [current];
  const months: Period[] = [];
  for (let month = nextPeriod(periodText(newest)); month <= current; month = nextPeriod(month)) months.push(month);
  return months;
}
