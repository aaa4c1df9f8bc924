import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import type { ActId, MemberId, ObjectionId, PersonId } from '../ids/ids.ts';
import type { CountedVotes, Votes } from '../meeting/votes.ts';
import type { Component } from '../schemes/profile/month-profile.ts';
import type { DecidedStep, Filing, LeftOut, Line, MeetingRecord, Objection, Posting } from './branch-month.ts';
import type { ApplicationStatus, LeavingReason } from './member-month.ts';

/** A line as the recorder registers it; `reason` where it is not what was claimed. */
export type RegisteredLine = MonthLine & { readonly reason?: string };

/** A value changed against the step before, with 调整理由. */
export type LineChange = { readonly line: MonthLine; readonly reason: string };
export type SeparateVote = Votes & { readonly memberId: MemberId };

/** Every decision is an act of its own id, for one round; `enteredBy` is whoever entered paper for the person who decided. */
export type Act = {
  readonly actId: ActId;
  readonly by: PersonId;
  readonly round: number;
  readonly enteredBy?: PersonId;
  /** It follows an act of the closing month into a month evaluated with it: who may, and whether, was judged there. */
  readonly follows?: true;
};

/** 代填: from a signed paper, or by telephone, which its member is asked to confirm. */
type EntryOnBehalf = { readonly paperSigned: boolean; readonly signedOn?: LocalDate; readonly byTelephone?: true };

/** What people decide. */
export type StepDecision = Act &
  (
    | { readonly kind: 'apply'; readonly line: MonthLine; readonly onBehalf?: EntryOnBehalf }
    /** By the member themselves, of an application that was entered on their behalf. */
    | { readonly kind: 'confirm-entry'; readonly confirms: ActId }
    /** Death, expulsion or a move, as the keeper of the members records it; the roster is that of those who stay. */
    | {
        readonly kind: 'leave';
        readonly memberId: MemberId;
        readonly because: LeavingReason;
        readonly on: LocalDate;
        readonly rosterHash: string;
      }
    | { readonly kind: 'register'; readonly rosterHash: string; readonly lines: readonly RegisteredLine[] }
    | {
        readonly kind: 'review';
        readonly rosterHash: string;
        readonly changes: readonly LineChange[];
        /** Left out besides the decider's own line, which is left out anyway. */
        readonly leftOut: readonly MemberId[];
      }
    | { readonly kind: 'review-own-line'; readonly memberIds: readonly MemberId[]; readonly changes: readonly LineChange[] }
    | (CountedVotes & {
        readonly kind: 'record-meeting';
        readonly rosterHash: string;
        readonly heldOn: LocalDate;
        /** 应到. */
        readonly due: number;
        readonly carried: boolean;
        /** Members with a vote who are not counted among those due to attend, on listed grounds. */
        readonly notDueToAttend?: readonly { readonly memberId: MemberId; readonly ground: string }[];
        readonly changes: readonly LineChange[];
        readonly separateVotes: readonly SeparateVote[];
      })
    | {
        readonly kind: 'post';
        readonly postedOn: LocalDate;
        readonly place: string;
        /** From the calendar's owner, for this day of posting. */
        readonly onWorkingDay: boolean;
        readonly publicityEndsAt: Instant;
        readonly filingBy: Instant;
      }
    | {
        readonly kind: 'object';
        readonly objectionId: ObjectionId;
        /** Whose objection it is; absent: of somebody outside the branch, for whom `by` has recorded it. */
        readonly memberId?: MemberId;
        readonly lineMemberId: MemberId;
        readonly component: Component;
      }
    | {
        readonly kind: 'answer-objection';
        readonly objectionId: ObjectionId;
        readonly upheld: boolean;
        readonly newValue?: MonthLine;
      }
    | { readonly kind: 'file'; readonly returnBy: Instant }
    | { readonly kind: 'receive' }
    | { readonly kind: 'return'; readonly backTo: 'posting' | 'filing'; readonly reason: string }
    | { readonly kind: 'withdraw'; readonly withdraws: ActId }
  );

/** What the clock brings about; nobody decides it. */
export type ClockDecision =
  | { readonly kind: 'close-applications' }
  | { readonly kind: 'end-publicity'; readonly round: number }
  | { readonly kind: 'close'; readonly round: number };

export type BranchMonthDecision = StepDecision | ClockDecision;
export type DecisionOf<Kind extends StepDecision['kind']> = Extract<StepDecision, { readonly kind: Kind }>;

export type LineLeftOut = { readonly memberId: MemberId; readonly leftOut: LeftOut };
export type DecidedLine = { readonly line: MonthLine; readonly reason?: string };
type Done = { readonly round: number; readonly actId: ActId; readonly by: PersonId; readonly at: Instant; readonly enteredBy?: PersonId };

export type BranchMonthEvent =
  | (Done & {
      readonly type: 'applied';
      readonly line: MonthLine;
      readonly application: Exclude<ApplicationStatus, 'waiting-application'>;
      /** Entered without a signed paper. */
      readonly byTelephone?: true;
      /** `supplement`: the review is decided, so the claim waits for the round after this one. */
      readonly joins: 'round' | 'supplement';
    })
  | (Done & { readonly type: 'entry-confirmed'; readonly memberId: MemberId })
  | (Done & {
      readonly type: 'member-left';
      readonly memberId: MemberId;
      readonly because: LeavingReason;
      readonly on: LocalDate;
      readonly rosterHash: string;
    })
  | { readonly type: 'applications-closed'; readonly round: number; readonly absent: readonly MemberId[] }
  | (Done & { readonly type: 'registered'; readonly lines: readonly MonthLine[] })
  | (Done & { readonly type: 'reviewed'; readonly lines: readonly DecidedLine[]; readonly leftOut: readonly LineLeftOut[] })
  | (Done & { readonly type: 'confirmed'; readonly lines: readonly DecidedLine[] })
  | (Done & {
      readonly type: 'meeting-recorded';
      readonly meeting: MeetingRecord;
      readonly lines: readonly DecidedLine[];
      readonly notCarried: readonly MemberId[];
    })
  | (Done & { readonly type: 'posted'; readonly posting: Posting })
  | { readonly type: 'objected'; readonly round: number; readonly objection: Objection }
  | (Done & {
      readonly type: 'objection-answered';
      readonly objectionId: ObjectionId;
      readonly upheld: boolean;
      readonly newValue?: MonthLine;
    })
  | { readonly type: 'publicity-ended'; readonly round: number }
  | (Done & { readonly type: 'filed'; readonly filing: Filing })
  | (Done & { readonly type: 'received' })
  | { readonly type: 'closed'; readonly round: number }
  | (Done & { readonly type: 'returned'; readonly backTo: 'posting' | 'filing'; readonly reason: string; readonly newRound: number })
  | {
      readonly type: 'supplement-opened';
      readonly round: number;
      readonly at: Instant;
      readonly status: 'registering' | 'meeting' | 'posting';
      readonly lines: readonly Line[];
    }
  | (Done & { readonly type: 'withdrawn'; readonly withdraws: ActId; readonly step: DecidedStep | 'apply' });

/** Regulation 1: who did something, by which act and when; and who entered their paper. */
export const doneBy = ({ round, actId, by, enteredBy }: Act, at: Instant): Done => ({
  round,
  actId,
  by,
  at,
  ...(enteredBy && { enteredBy }),
});
