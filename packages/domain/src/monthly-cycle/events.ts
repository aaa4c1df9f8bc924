import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import type { ActId, MemberId, ObjectionId, PersonId } from '../ids/ids.ts';
import type { DecidedStep, Filing, LeftOut, Line, MeetingRecord, Objection, Posting } from './branch-month.ts';
import type { Act } from './decisions.ts';
import type { ApplicationStatus, LeavingReason } from './member-month.ts';

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
