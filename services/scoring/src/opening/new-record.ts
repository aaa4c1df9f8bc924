import type { BranchCard, MemberCard, YearPlan } from '@jifen/contracts';
import { type BranchMonth, branchId, type Period, type Posts, pointsFromHundredths, type ScoringScheme } from '@jifen/domain';
import { pathAndAbove } from '../access/organisation-paths.ts';
import { type BranchMonthRecord, branchMonthId } from '../branch-months/branch-month.store.ts';
import { countersOf } from '../branch-months/counters.ts';
import { rosterHashOf } from '../branch-months/lines.ts';
import { planOfMonth } from '../plans/plan-of-month.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import { participantsOf } from './roster.ts';

/** What a month is frozen with. */
export type Frozen = { card: BranchCard; period: Period; members: MemberCard[]; plan: YearPlan; scheme: ScoringScheme; posts: Posts };

/** As the regulation's state begins with it. */
export function stateInput({ card, period, members, plan, scheme, posts }: Frozen) {
  const { ceiling, pledges } = planOfMonth(plan, period);
  return {
    branchId: branchId(card.branchId),
    rosterHash: rosterHashOf(members),
    profile: readyFrozen(scheme).profile,
    ceiling: pointsFromHundredths(ceiling),
    posts,
    participants: participantsOf(members, pledges),
  };
}

/** The record of a month as it is first written, with what follows from its state. */
export function newRecord({ card, period, members, plan, scheme }: Frozen, state: BranchMonth, at: number): BranchMonthRecord {
  const { branchId, path, name: branchName, sector } = card;
  const frozen = { branchId, period, branchName, path, scopes: pathAndAbove(path), sector, scheme, participants: members };
  return {
    _id: branchMonthId(branchId, period),
    ...frozen,
    ...planOfMonth(plan, period),
    version: 1,
    openedAt: at,
    stage: state.status,
    round: state.round,
    state,
    rosterHash: state.rosterHash,
    deadlines: [],
    counters: countersOf(state),
    publications: [],
    actIds: [],
  };
}
