import { branchId, initialBranchMonth, period, personId, points } from '@jifen/domain';
import { aMemberCard } from '../cards/card.builders.ts';
import { participantsOf } from '../opening/roster.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import { library } from '../scheme-library/scheme-library.files.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import type { BranchMonthRecord } from './branch-month.store.ts';

/** October 2026 of a branch of three, open for applications. */
export function aBranchMonth(of: Partial<BranchMonthRecord> = {}): BranchMonthRecord {
  const members = [aMemberCard(1), aMemberCard(2), aMemberCard(3)];
  const scheme = sourceOf(library, 'village-community');
  const secretary = personId('person-1');
  const state = initialBranchMonth({
    branchId: branchId('dongwan'),
    period: period('2026-10'),
    rosterHash: 'roster',
    applicationBy: 5_000,
    profile: readyFrozen(scheme).profile,
    ceiling: points(6),
    posts: { hasCommittee: false, committee: [], secretary, recorder: personId('person-2') },
    participants: participantsOf(members, []),
    votersNotScored: [],
  });
  return {
    _id: 'dongwan/2026-10',
    branchId: 'dongwan',
    period: '2026-10',
    branchName: '东湾村党支部',
    path: '/qinghe/lianhu/dongwan',
    scopes: ['/qinghe', '/qinghe/lianhu', '/qinghe/lianhu/dongwan'],
    version: 1,
    openedAt: 1_000,
    stage: 'applying',
    round: 1,
    state,
    rosterHash: 'roster',
    deadlines: [{ step: 'application', dueAt: 5_000, lastDay: '2026-11-05', reminders: [{ at: 4_000, n: 1, level: 0 }] }],
    meetingOn: '2026-11-10',
    scheme,
    sector: 'village-community',
    ceiling: 600,
    pledges: [],
    participants: members,
    counters: { due: 3, applied: 0, onBehalf: 0, late: 0, absent: 0, objections: 0, heldBack: 0 },
    publications: [],
    actIds: [],
    ...of,
  };
}

/** The same month of another branch. */
export function inBranch(name: string, of: Partial<BranchMonthRecord> = {}): BranchMonthRecord {
  const month = of.period ?? '2026-10';
  const path = `/qinghe/lianhu/${name}`;
  return aBranchMonth({ _id: `${name}/${month}`, branchId: name, path, scopes: ['/qinghe', '/qinghe/lianhu', path], ...of });
}
