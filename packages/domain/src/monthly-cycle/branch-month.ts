import type { JointEvaluation } from '../calendar/joint-evaluation.ts';
import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import type { ActId, BranchId, MemberId, ObjectionId, PersonId } from '../ids/ids.ts';
import type { CountedVotes } from '../meeting/votes.ts';
import type { Points } from '../points/points.ts';
import type { BranchMonthStage, DecidedStep } from '../proceedings/steps.ts';
import type { Pledge } from '../schemes/pledges.ts';
import type { Component, MonthProfile } from '../schemes/profile/month-profile.ts';
import type { ApplicationStatus, LeavingReason } from './member-month.ts';

export type { BranchMonthStage, DecidedStep };
/** A returned round is over; the round after it takes its place. */
export type RoundStatus = BranchMonthStage | 'returned';

/** A value of a line at one step, with the act that gave it. */
export type Given = { readonly line: MonthLine; readonly by: PersonId; readonly at: Instant; readonly actId: ActId };
export type Reviewed = Given & { readonly reason?: string };

/**
 * Why the review's batch does not settle a line: 本人回避 or left out on request (`other-person`),
 * entered and decided by the same person (`second-person`), or nobody else may decide it (`meeting`).
 */
export type LeftOut = 'other-person' | 'second-person' | 'meeting';

/**
 * `held-back` 暂缓公示: an objection was raised, or the meeting did not carry the line. `moved-away`: a supplement carries it now. `left`: its
 * member died, was expelled or moved away before a meeting had resolved it.
 */
export type LineStanding = 'listed' | 'held-back' | 'moved-away' | 'left';

/** One member in one round: what was claimed, registered, reviewed, confirmed and resolved is kept apart. */
export type Line = {
  readonly memberId: MemberId;
  readonly standing: LineStanding;
  readonly leftOut: LeftOut | null;
  readonly claimed: Given | null;
  readonly registered: Given | null;
  /** The application that the registration knew. */
  readonly registeredClaim: ActId | null;
  readonly reviewed: Reviewed | null;
  readonly confirmed: Reviewed | null;
  readonly resolved: Reviewed | null;
};

export type MeetingOutcome = 'carried' | 'not-carried' | 'no-quorum';
export type MeetingRecord = CountedVotes & {
  readonly actId: ActId;
  readonly heldOn: LocalDate;
  readonly enteredAt: Instant;
  readonly due: number;
  readonly outcome: MeetingOutcome;
};

export type Objection = {
  readonly objectionId: ObjectionId;
  /** A member of the branch; absent: somebody outside it. */
  readonly raisedBy?: MemberId;
  /** Their person; absent in what was raised before it was kept, and of somebody outside the branch. */
  readonly person?: PersonId;
  /** Whoever recorded it for them. */
  readonly enteredBy?: PersonId;
  readonly lineMemberId: MemberId;
  readonly component: Component;
  readonly at: Instant;
  readonly answer: { readonly actId: ActId; readonly upheld: boolean; readonly by: PersonId; readonly at: Instant } | null;
};

export type Posting = {
  readonly actId: ActId;
  readonly postedOn: LocalDate;
  readonly place: string;
  readonly publicityEndsAt: Instant;
  readonly filingBy: Instant;
};
export type Filing = { readonly actId: ActId; readonly at: Instant; readonly returnBy: Instant; readonly lines: readonly MemberId[] };

/** A receipt confirms that the filing arrived; it approves nothing. */
export type Receipt = { readonly actId: ActId; readonly by: PersonId; readonly at: Instant };

/** An act that is in force; a withdrawn act leaves the list, its record stays with the service. */
export type LiveAct = { readonly actId: ActId; readonly step: DecidedStep; readonly by: PersonId };

/** When a supplement began, and with which step: its own deadlines count from there. */
export type Begun = { readonly at: Instant; readonly step: 'registering' | 'meeting' | 'posting' };

/** One way through the steps, for the lines that it carries: the month itself, a supplement, or a list that was returned. */
export type Round = {
  readonly round: number;
  readonly origin: 'month' | 'supplement' | 'return';
  /** Of a supplement only. */
  readonly begun?: Begun;
  readonly status: RoundStatus;
  readonly lines: readonly Line[];
  readonly acts: readonly LiveAct[];
  readonly meetings: readonly MeetingRecord[];
  readonly objections: readonly Objection[];
  readonly posting: Posting | null;
  readonly filing: Filing | null;
  readonly receipt: Receipt | null;
};

/** 本人已确认: that what was entered on their behalf (代填) is what they said. */
export type EntryConfirmation = { readonly actId: ActId; readonly by: PersonId; readonly at: Instant };

/** A member who takes no further part in the month: why, since which day, by whose record. */
export type Leaving = {
  readonly actId: ActId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly because: LeavingReason;
  readonly on: LocalDate;
};

export type Participant = {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly voting: boolean;
  readonly application: ApplicationStatus;
  /** By when this member applies, where a personal extension was given (个别延期). */
  readonly applicationBy?: Instant;
  /** Of an entry by telephone: which, and when. */
  readonly telephoned?: { readonly actId: ActId; readonly at: Instant };
  readonly entryConfirmed?: EntryConfirmation;
  /** What they have withdrawn last (撤回修改), and whether it had come in time. */
  readonly withdrawn?: { readonly actId: ActId; readonly line: MonthLine; readonly inTime: boolean };
  readonly left?: Leaving;
  readonly pledgesDue: readonly Pledge[];
};

/** Who holds which post in the month; without a committee (fewer than seven full members) the secretary pre-reviews. */
export type Posts = {
  readonly hasCommittee: boolean;
  readonly committee: readonly PersonId[];
  readonly secretary: PersonId;
  readonly recorder: PersonId;
  readonly deputyRecorder?: PersonId;
  /** 复核人, chosen by the meeting. */
  readonly confirmer?: PersonId;
};

/** A branch's month. One round is open at a time: `round` is its number, `status` its step; `closed` when none is open. */
export type BranchMonth = {
  readonly status: BranchMonthStage;
  readonly branchId: BranchId;
  readonly period: Period;
  /** Frozen at opening: with which months this one is evaluated. Absent: by itself. */
  readonly joint?: JointEvaluation;
  readonly round: number;
  readonly rosterHash: string;
  readonly applicationBy: Instant;
  /** Of the scheme that the month was frozen with. */
  readonly profile: MonthProfile;
  readonly ceiling: Points;
  readonly posts: Posts;
  readonly participants: readonly Participant[];
  /** Members with a vote who take no part in the points (exempt). */
  readonly votersNotScored: readonly MemberId[];
  readonly rounds: readonly Round[];
  /** Applications after the review; they wait for the supplement that follows the open round. */
  readonly lateClaims: readonly LateClaim[];
  /** Whoever entered paper for the branch; none of them may receive its filing. */
  readonly enteredBy: readonly PersonId[];
};

export type LateClaim = { readonly memberId: MemberId; readonly claimed: Given };

export type BranchMonthInput = Pick<
  BranchMonth,
  'branchId' | 'period' | 'joint' | 'rosterHash' | 'applicationBy' | 'profile' | 'ceiling' | 'posts' | 'votersNotScored'
> & {
  readonly participants: readonly Omit<
    Participant,
    'application' | 'applicationBy' | 'telephoned' | 'entryConfirmed' | 'withdrawn' | 'left'
  >[];
};

/** Regulation 2-2 step 3: a line of which nothing is known yet. */
export function emptyLine(memberId: MemberId): Line {
  const nothing = { claimed: null, registered: null, registeredClaim: null, reviewed: null, confirmed: null, resolved: null };
  return { memberId, standing: 'listed', leftOut: null, ...nothing };
}

/** Regulation 2-2 steps 3–8: a round in which nothing was decided yet. */
export function newRound(start: Pick<Round, 'round' | 'origin' | 'begun' | 'status' | 'lines'>): Round {
  return { ...start, acts: [], meetings: [], objections: [], posting: null, filing: null, receipt: null };
}

/** Regulation 2-2 steps 3–8: the month as it is frozen on its first day, open for applications. */
export function initialBranchMonth(input: BranchMonthInput): BranchMonth {
  const lines = input.participants.map(({ memberId }) => emptyLine(memberId));
  const first = newRound({ round: 1, origin: 'month', status: 'applying', lines });
  const participants = input.participants.map((participant) => ({ ...participant, application: 'waiting-application' as const }));
  return { ...input, participants, status: 'applying', round: 1, rounds: [first], lateClaims: [], enteredBy: [] };
}
