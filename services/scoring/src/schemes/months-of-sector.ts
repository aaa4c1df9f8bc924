import type { SectorName } from '@jifen/contracts';
import { type Period, period } from '@jifen/domain';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';

export type SectorPorts = { cards: Pick<CardStore, 'branchIdsWithin' | 'branches'>; months: Pick<BranchMonthStore, 'newestFrom'> };

const pageSize = 200;

/** The newest month from this one on that is open in a branch of the sector, or null. */
export async function newestOpened(ports: SectorPorts, countyId: string, sector: SectorName, from: string): Promise<Period | null> {
  let newest: string | undefined;
  for (let after: string | undefined; ; ) {
    const ids = await ports.cards.branchIdsWithin(`/${countyId}`, { after, limit: pageSize });
    const branches = (await ports.cards.branches(ids)).filter((branch) => branch.sector === sector);
    const branchIds = branches.map(({ branchId }) => branchId);
    const found = branchIds.length === 0 ? undefined : await ports.months.newestFrom({ scope: `/${countyId}`, branchIds, from });
    if (found !== undefined && (newest === undefined || found > newest)) newest = found;
    after = ids.at(-1);
    if (ids.length < pageSize) return newest === undefined ? null : period(newest);
  }
}
