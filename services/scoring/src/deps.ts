import type { BranchCard, MemberCard, YearPlan } from '@jifen/contracts';
import type { ActStore } from './acts/act.store.ts';
import type { BranchMonthStore } from './branch-months/branch-month.store.ts';
import type { Deadlines } from './branch-months/deadlines.ts';
import type { Processes } from './processes/processes.ts';

/** What the record of a month is frozen from. */
export type Cards = {
  branch(branchId: string): Promise<BranchCard | undefined>;
  /** Active members of a branch in roster order. */
  membersOf(branchId: string): Promise<MemberCard[]>;
};
export type YearPlans = { find(branchId: string, year: number): Promise<YearPlan | undefined> };

/** The ports of the decisions' side. */
export type CoreDeps = {
  months: BranchMonthStore;
  acts: ActStore;
  processes: Processes;
  deadlines: Deadlines;
  cards: Cards;
  plans: YearPlans;
  /** Real time in milliseconds; business time comes with each request. */
  realNow: () => number;
  /** Business time, for what no request carries. */
  now: () => number;
  /** Lets the relays look at once. */
  nudge: () => void;
};
