import type { JointEvaluation } from '../calendar/joint-evaluation.ts';
import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { LineRefusal } from '../evaluation/ledger.ts';
import type { TaskClaim } from '../evaluation/month-line.ts';
import type { ActId, MemberId, ObjectionId } from '../ids/ids.ts';
import type { Result } from '../result.ts';
import type { BranchMonthStage, RoundStatus } from './branch-month.ts';
import type { BranchMonthEvent } from './decisions.ts';
import type { GroundsRefusal } from './grounds.ts';

/** Why a decision on a branch's month is refused; a refusal changes nothing. */
export type BranchMonthRefusal =
  | LineRefusal
  | GroundsRefusal
  | { readonly code: 'unknown-round'; readonly round: number }
  | { readonly code: 'wrong-step'; readonly status: RoundStatus; readonly expected: readonly BranchMonthStage[] }
  | { readonly code: 'already-decided'; readonly status: RoundStatus }
  | { readonly code: 'not-your-post' }
  | { readonly code: 'own-line'; readonly memberId: MemberId }
  | { readonly code: 'own-entry' }
  | { readonly code: 'second-person-required'; readonly memberIds: readonly MemberId[] }
  | { readonly code: 'stale-roster'; readonly rosterHash: string }
  | { readonly code: 'unknown-line'; readonly memberId: MemberId }
  | { readonly code: 'duplicate-line'; readonly memberId: MemberId }
  | { readonly code: 'line-missing'; readonly memberIds: readonly MemberId[] }
  | { readonly code: 'line-not-awaiting'; readonly memberId: MemberId }
  | { readonly code: 'reason-required'; readonly memberId?: MemberId }
  | { readonly code: 'signature-required'; readonly memberId: MemberId }
  | { readonly code: 'claim-not-allowed'; readonly memberId: MemberId; readonly kind: TaskClaim['kind'] }
  | { readonly code: 'already-applied'; readonly memberId: MemberId }
  | { readonly code: 'member-has-left'; readonly memberId: MemberId }
  | { readonly code: 'late-application-refused'; readonly memberId: MemberId }
  | { readonly code: 'applications-open'; readonly until: Instant; readonly waiting: number }
  | { readonly code: 'votes-do-not-add-up' }
  | { readonly code: 'no-quorum'; readonly present: number; readonly needed: number }
  | { readonly code: 'not-carried'; readonly inFavour: number; readonly needed: number }
  | { readonly code: 'carried-by-the-votes'; readonly inFavour: number; readonly needed: number }
  | { readonly code: 'day-in-the-future' }
  | { readonly code: 'day-before-the-month'; readonly day: LocalDate; readonly from: LocalDate }
  | { readonly code: 'nobody-present' }
  | { readonly code: 'posted-before-the-meeting' }
  | { readonly code: 'not-a-working-day' }
  | { readonly code: 'publicity-not-over'; readonly until: Instant }
  | { readonly code: 'publicity-over'; readonly since: Instant }
  | { readonly code: 'objection-open'; readonly objectionIds: readonly ObjectionId[] }
  | { readonly code: 'unknown-objection'; readonly objectionId: ObjectionId }
  /** The same objector, line and component: `number` is the first one's in its month. */
  | { readonly code: 'already-objected'; readonly period: Period; readonly number: number }
  | { readonly code: 'new-value-required'; readonly objectionId: ObjectionId }
  | { readonly code: 'return-window-over'; readonly since: Instant }
  | { readonly code: 'return-window-open'; readonly until: Instant }
  | { readonly code: 'evaluated-with-another-month'; readonly period: Period; readonly by: JointEvaluation['by'] }
  | { readonly code: 'other-month-not-ready'; readonly period: Period; readonly status: BranchMonthStage }
  | { readonly code: 'month-not-evaluated-here'; readonly period: Period }
  | { readonly code: 'nothing-to-withdraw'; readonly actId: ActId }
  | { readonly code: 'nothing-to-confirm'; readonly actId: ActId }
  | { readonly code: 'next-step-decided'; readonly actId: ActId };

/** What follows from a decision, or why it is refused. */
export type Decided = Result<readonly BranchMonthEvent[], BranchMonthRefusal>;
