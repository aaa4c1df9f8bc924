import type { BranchCard } from '@jifen/contracts';
import { aMemberCard } from '../cards/card.builders.ts';
import { fakeCardStore } from '../cards/card.store.fake.ts';
import type { CardStore } from '../cards/card.store.ts';
import { type October, october } from '../decisions/october.builders.ts';
import type { CoreDeps } from '../deps.ts';

export type County = October & { deps: CoreDeps & { cards: CardStore } };

/**
 * The county of Qinghe on 26 October 2026: Dongwan has its October open, Nanwan could have it.
 * Xiwan has no recorder, Beiwan no year plan, Gucun no members; Yuanfang is another county's.
 */
export async function aCounty(): Promise<County> {
  const world = await october();
  const dongwan = await world.deps.cards.branch('dongwan');
  const plan = await world.deps.plans.find('dongwan', 2026);
  if (!dongwan || !plan) throw new Error('Dongwan is not there');
  const branch = (branchId: string, of: Partial<BranchCard> = {}): BranchCard => ({
    ...dongwan,
    branchId,
    path: `/qinghe/lianhu/${branchId}`,
    name: `${branchId}党支部`,
    ...of,
  });
  const cards = fakeCardStore();
  const posts = dongwan.posts.filter(({ role }) => role !== 'recorder');
  const others = [branch('nanwan'), branch('xiwan', { posts }), branch('beiwan'), branch('gucun')];
  await cards.keepBranches([dongwan, ...others, branch('yuanfang', { path: '/lingshan/yuanfang' })]);
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const staffed = ['dongwan', 'nanwan', 'xiwan', 'beiwan', 'yuanfang'];
  await cards.keepMembers(staffed.flatMap((branchId) => numbers.map((n) => aMemberCard(n, { branchId, memberId: `${branchId}-${n}` }))));
  const plans = {
    find: async (branchId: string, year: number) => (branchId !== 'beiwan' && year === 2026 ? { ...plan, branchId } : undefined),
  };
  return { ...world, deps: Object.assign(world.deps, { cards, plans }) };
}
