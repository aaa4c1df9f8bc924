import type { BranchCard, MemberCard } from '@jifen/contracts';

type Post = BranchCard['posts'][number];

/** 2027-01-01 in Asia/Shanghai. */
const endOfTerm = Date.UTC(2026, 11, 31, 16);

export function aPost(of: Partial<Post> = {}): Post {
  return {
    personId: 'person-1',
    memberId: 'member-1',
    role: 'recorder',
    organisation: '/qinghe/lianhu/dongwan',
    deputy: false,
    from: 0,
    until: endOfTerm,
    ...of,
  };
}

export function aBranchCard(of: Partial<BranchCard> = {}): BranchCard {
  return {
    branchId: 'dongwan',
    path: '/qinghe/lianhu/dongwan',
    name: '东湾村党支部',
    committeeId: 'lianhu',
    committeeName: '莲湖镇党委',
    sector: 'village-community',
    partyDay: 10,
    objectionsTo: { name: '赵甲', telephone: '0000-1234567' },
    posts: [],
    version: 1,
    ...of,
  };
}

/** Member n of the branch: `member-n`, `person-n`, the n-th of the roster. */
export function aMemberCard(n: number, of: Partial<MemberCard> = {}): MemberCard {
  return {
    memberId: `member-${n}`,
    personId: `person-${n}`,
    branchId: 'dongwan',
    name: `党员${n}`,
    nameKey: `dangyuan${String(n).padStart(3, '0')}`,
    rosterNumber: n,
    standing: 'full',
    class: 'without-post',
    channel: 'screen',
    active: true,
    version: 1,
    ...of,
  };
}
