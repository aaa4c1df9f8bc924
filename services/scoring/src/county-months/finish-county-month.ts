import type { CountyMonthKey } from '@jifen/contracts';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import type { CountyMonthStore } from './county-month.store.ts';

type Ports = { countyMonths: CountyMonthStore; months: Pick<BranchMonthStore, 'page'>; cards: Pick<CardStore, 'countWithin'> };
export type FinishCountyMonth = CountyMonthKey & { now: number; events: readonly PendingEvent[] };

/** Every branch has been asked: how many there are, and how many of them are open. May be repeated; it counts anew. */
export async function finishCountyMonth(ports: Ports, { countyId, period, now, events }: FinishCountyMonth): Promise<void> {
  const county = `/${countyId}`;
  const [branches, open] = await Promise.all([
    ports.cards.countWithin(county),
    ports.months.page({ scopes: [county], period, page: 1, pageSize: 1 }),
  ]);
  await ports.countyMonths.finish({ countyId, period }, { finishedAt: now, counts: { branches, open: open.total } }, events);
}
