import { expect, it } from '@jest/globals';
import { type Document, documentSuite } from '@jifen/test-kit';
import { aBranchCard, aMemberCard, aPost } from './card.builders.ts';
import { type CardStore, keptBranch, keptMember } from './card.store.ts';

export type PlantableCards = {
  plantBranch(document: Document): Promise<unknown>;
  plantMember(document: Document): Promise<unknown>;
};

export function cardStoreSuite(empty: () => Promise<CardStore & PlantableCards>): void {
  const planted = async (plant: keyof PlantableCards) => {
    const cards = await empty();
    return { ...cards, plant: cards[plant] };
  };
  documentSuite<CardStore>(
    { make: () => planted('plantBranch'), read: (cards) => cards.branch('dongwan') },
    {
      collection: 'branchCards',
      document: keptBranch(aBranchCard({ posts: [aPost()] })),
      broken: { card: undefined, 'card.posts.0.role': 'guest', 'card.partyDay': '10' },
    },
  );
  documentSuite<CardStore>(
    { make: () => planted('plantMember'), read: (cards) => cards.membersOf('dongwan') },
    { collection: 'memberCards', document: keptMember(aMemberCard(1)), broken: { 'card.standing': 'friend', 'card.name': undefined } },
  );

  it('keeps a branch and its members in roster order', async () => {
    const cards = await empty();
    await cards.keepBranches([aBranchCard()]);
    await cards.keepMembers([aMemberCard(2), aMemberCard(1), aMemberCard(3, { branchId: 'xiwan' }), aMemberCard(4, { active: false })]);
    expect(await cards.branch('dongwan')).toEqual(aBranchCard());
    expect(await cards.membersOf('dongwan')).toEqual([aMemberCard(1), aMemberCard(2)]);
  });

  it('knows nothing of a branch or a member that was never delivered', async () => {
    const cards = await empty();
    expect(await cards.branch('nowhere')).toBeUndefined();
    expect(await cards.member('nobody')).toBeUndefined();
  });

  it('passes over an older version, and the same version a second time', async () => {
    const cards = await empty();
    expect(await cards.keepMembers([aMemberCard(1, { version: 2, name: '党员二' })])).toBe(1);
    expect(await cards.keepMembers([aMemberCard(1, { version: 1, name: '党员一' }), aMemberCard(2)])).toBe(1);
    expect(await cards.keepMembers([aMemberCard(1, { version: 2, name: '另一人' })])).toBe(0);
    expect((await cards.member('member-1'))?.name).toBe('党员二');
  });

  it('ends with the newest version when several arrive at once', async () => {
    const cards = await empty();
    const versions = [1, 2, 3, 4, 5, 6, 7, 8];
    await Promise.all(versions.map((version) => cards.keepBranches([aBranchCard({ version, partyDay: version })])));
    expect(await cards.branch('dongwan')).toEqual(aBranchCard({ version: 8, partyDay: 8 }));
  });

  it('finds the branches within an organisation and no neighbour whose name begins alike', async () => {
    const cards = await empty();
    const west = aBranchCard({ branchId: 'xiwan', path: '/qinghe/lianhu/xiwan' });
    const other = aBranchCard({ branchId: 'nanshan', path: '/qinghe/lianhu-new/nanshan' });
    await cards.keepBranches([west, other, aBranchCard()]);
    const idsWithin = async (path: string) => (await cards.branchesWithin(path)).map(({ branchId }) => branchId);
    expect(await idsWithin('/qinghe/lianhu')).toEqual(['dongwan', 'xiwan']);
    expect(await idsWithin('/qinghe')).toEqual(['nanshan', 'dongwan', 'xiwan']);
    expect(await idsWithin('/qinghe/lianhu/dongwan')).toEqual(['dongwan']);
    expect((await cards.branches(['xiwan', 'nowhere'])).map(({ branchId }) => branchId)).toEqual(['xiwan']);
  });

  it('pages the branches of an organisation by their ids, from where one left off', async () => {
    const cards = await empty();
    const branch = (branchId: string, path: string) => aBranchCard({ branchId, path });
    await cards.keepBranches([branch('d', '/qinghe/a/d'), branch('b', '/qinghe/z/b'), branch('c', '/qinghe/a/c'), branch('a', '/other/a')]);
    expect(await cards.branchIdsWithin('/qinghe', { limit: 2 })).toEqual(['b', 'c']);
    expect(await cards.branchIdsWithin('/qinghe', { after: 'c', limit: 2 })).toEqual(['d']);
    expect(await cards.branchIdsWithin('/qinghe', { after: 'd', limit: 2 })).toEqual([]);
    expect([await cards.countWithin('/qinghe'), await cards.countWithin('/nowhere')]).toEqual([3, 0]);
  });

  it('finds members by their ids, those who have left too', async () => {
    const cards = await empty();
    await cards.keepMembers([aMemberCard(1), aMemberCard(2, { active: false }), aMemberCard(3)]);
    const found = await cards.members(['member-2', 'member-1', 'nobody']);
    expect(found.map(({ memberId }) => memberId).sort()).toEqual(['member-1', 'member-2']);
    expect(await cards.members([])).toEqual([]);
  });

  it('finds every membership of a person', async () => {
    const cards = await empty();
    await cards.keepMembers([aMemberCard(1), aMemberCard(2, { personId: 'person-1', branchId: 'xiwan' }), aMemberCard(3)]);
    const memberships = await cards.memberships('person-1');
    expect(memberships.map(({ memberId }) => memberId).sort()).toEqual(['member-1', 'member-2']);
  });
}
