import type { EntryLine } from '@jifen/contracts';
import type { BranchPlan } from '../../infra/demo/src/county.ts';

/**
 * How a member applies: in time; in time, withdrawn and made again; on paper that the recorder enters; after the deadline, and then
 * before the registration, between registration and review, or after the review; or not at all.
 */
export type HandedIn = 'in-time' | 'anew' | 'on-paper' | 'late' | 'late-before-review' | 'late-after-review' | 'never';

/** How far one due pledge is kept. */
export type Fulfilled = { pledgeId: string; weight: number; state: 'done' | 'partly-done' | 'not-done' };

export type ReviewChange = { lessTask: number; withoutRewards: boolean; reason: string };

/** An objection to one's own task points; upheld, it brings the points that follow. */
export type ScriptedObjection = { upheld: false } | { upheld: true; task: number };

export type MemberScript = {
  memberId: string;
  personId: string;
  /** Others use paper. */
  signsIn: boolean;
  handedIn: HandedIn;
  fulfilled: readonly Fulfilled[];
  rewards: readonly EntryLine[];
  deductions: readonly EntryLine[];
  /** Task points that the branch knows although the member has not applied. */
  knownTask: number;
  reviewed?: ReviewChange;
  objection?: ScriptedObjection;
};

export type FailedMeeting = 'no-quorum' | 'not-carried';

/** A month of one branch as it will be played. */
export type BranchMonthScript = {
  branch: BranchPlan;
  period: string;
  /** Hundredths. */
  ceiling: number;
  members: readonly MemberScript[];
  /** How the first meeting fails; the second carries the list. */
  failedMeeting?: FailedMeeting;
  /** To which step the supervising committee returns the first filing. */
  returnedTo?: 'posting' | 'filing';
};

export type Script = { seed: string; periods: readonly string[]; months: readonly BranchMonthScript[] };

export const isLate = ({ handedIn }: Pick<MemberScript, 'handedIn'>) => handedIn.startsWith('late');
