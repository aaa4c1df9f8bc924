import type { ImportRequest, Organisation, Post } from '@jifen/contracts';

type ImportedPerson = ImportRequest['people'][number];
const farAway = Date.parse('2099-12-31T00:00:00Z');

export const county: Organisation = { id: 'qinghe', kind: 'county', path: '/qinghe', name: '青禾县委组织部' };
export const committee: Organisation = { id: 'lianhu', kind: 'supervising-committee', path: '/qinghe/lianhu', name: '莲湖镇党委' };

export function aBranch(overrides: Partial<Organisation> = {}): Organisation {
  return {
    id: 'dongwan',
    kind: 'branch',
    path: '/qinghe/lianhu/dongwan',
    name: '东湾村党支部',
    sector: 'village-community',
    partyDay: 15,
    objectionsTo: { name: '支部书记', telephone: '12600000001' },
    ...overrides,
  };
}

/** Person n is member n of the branch dongwan. */
export function aPerson(n: number, overrides: Partial<ImportedPerson> = {}): ImportedPerson {
  return {
    personId: `person-${n}`,
    name: `党员${n}`,
    nameKey: `dang-yuan-${n}`,
    signInName: `member${n}`,
    membership: {
      memberId: `member-${n}`,
      branchId: 'dongwan',
      rosterNumber: n,
      standing: 'full',
      class: 'without-post',
      channel: 'screen',
      active: true,
    },
    ...overrides,
  };
}

export function aPost(overrides: Partial<Post> = {}): Post {
  const organisation = '/qinghe/lianhu/dongwan';
  return {
    personId: 'person-1',
    memberId: 'member-1',
    role: 'secretary',
    organisation,
    deputy: false,
    from: 0,
    until: farAway,
    ...overrides,
  };
}

export function anImport(overrides: Partial<ImportRequest> = {}): ImportRequest {
  return { organisations: [county, committee, aBranch()], people: [aPerson(1), aPerson(2)], posts: [aPost()], ...overrides };
}
