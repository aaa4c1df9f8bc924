import type { CountyBranchesAnswer } from '@jifen/contracts';
import type { CardStore } from '../cards/card.store.ts';

export type CountyPage = { countyId: string; after?: string | undefined; limit: number };

/** One page of a county's branches; `next` is where the following page begins, if there is one. */
export async function listCountyBranches(
  cards: Pick<CardStore, 'branchIdsWithin'>,
  { countyId, after, limit }: CountyPage,
): Promise<CountyBranchesAnswer> {
  const found = await cards.branchIdsWithin(`/${countyId}`, { after, limit: limit + 1 });
  const branchIds = found.slice(0, limit);
  const last = branchIds.at(-1);
  return found.length > limit && last !== undefined ? { branchIds, next: last } : { branchIds };
}
