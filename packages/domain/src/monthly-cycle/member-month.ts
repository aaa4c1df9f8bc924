import type { Instant } from '../calendar/local-date.ts';
import type { MemberId, PersonId } from '../ids/ids.ts';
import { assertNever, ok, type Result, refuse } from '../result.ts';

/** Where a member's application stands, as the branch sees it. */
export type ApplicationStatus = 'waiting-application' | 'applied' | 'late' | 'on-behalf' | 'absent';
export type LeavingReason = 'transfer' | 'exemption' | 'death' | 'expulsion';

type Own = { readonly memberId: MemberId; readonly applicationBy: Instant };
export type MemberMonth = Own &
  (
    | { readonly status: 'waiting-application' }
    | { readonly status: 'applied'; readonly at: Instant }
    | { readonly status: 'late'; readonly at: Instant }
    | { readonly status: 'on-behalf'; readonly at: Instant; readonly enteredBy: PersonId; readonly confirmedAt: Instant | null }
    | { readonly status: 'absent' }
    | { readonly status: 'settled'; readonly at: Instant }
    | { readonly status: 'left'; readonly at: Instant; readonly because: LeavingReason }
  );

export type MemberMonthDecision =
  | { readonly kind: 'apply' }
  | { readonly kind: 'apply-on-behalf'; readonly enteredBy: PersonId; readonly paperSigned: boolean }
  | { readonly kind: 'confirm-entry' }
  | { readonly kind: 'withdraw-application' }
  | { readonly kind: 'close-applications' }
  | { readonly kind: 'move-deadline'; readonly applicationBy: Instant }
  | { readonly kind: 'settle' }
  | { readonly kind: 'leave'; readonly because: LeavingReason };

export type MemberMonthEvent =
  | { readonly type: 'applied'; readonly at: Instant; readonly late: boolean }
  | { readonly type: 'applied-on-behalf'; readonly at: Instant; readonly enteredBy: PersonId }
  | { readonly type: 'entry-confirmed'; readonly at: Instant }
  | { readonly type: 'application-withdrawn'; readonly at: Instant }
  | { readonly type: 'found-absent' }
  | { readonly type: 'deadline-moved'; readonly at: Instant; readonly applicationBy: Instant }
  | { readonly type: 'settled'; readonly at: Instant }
  | { readonly type: 'left'; readonly at: Instant; readonly because: LeavingReason };

export type MemberMonthRefusal =
  | { readonly code: 'already-applied' }
  | { readonly code: 'month-is-over'; readonly status: 'settled' | 'left' }
  | { readonly code: 'signature-required' }
  | { readonly code: 'nothing-to-withdraw' }
  | { readonly code: 'nothing-to-confirm' }
  | { readonly code: 'applications-open'; readonly until: Instant };

type Decided = Result<readonly MemberMonthEvent[], MemberMonthRefusal>;

/** Regulation 2-2 step 3: a member's month before they have applied. */
export function initialMemberMonth(memberId: MemberId, applicationBy: Instant): MemberMonth {
  return { memberId, applicationBy, status: 'waiting-application' };
}

const mayApply = (month: MemberMonth) => month.status === 'waiting-application' || month.status === 'absent';
const hasApplied = (month: MemberMonth) => month.status === 'applied' || month.status === 'late' || month.status === 'on-behalf';

function closeApplications(month: MemberMonth, at: Instant): Decided {
  if (at < month.applicationBy) return refuse({ code: 'applications-open', until: month.applicationBy });
  return ok(month.status === 'waiting-application' ? [{ type: 'found-absent' }] : []);
}

/** Regulation 2-2 step 3 (A19): an application in time, late or on behalf with a signed paper; after it the result is waited for. */
export function decideMemberMonth(month: MemberMonth, decision: MemberMonthDecision, at: Instant): Decided {
  if (month.status === 'settled' || month.status === 'left') return refuse({ code: 'month-is-over', status: month.status });
  switch (decision.kind) {
    case 'apply':
      return mayApply(month) ? ok([{ type: 'applied', at, late: at >= month.applicationBy }]) : refuse({ code: 'already-applied' });
    case 'apply-on-behalf':
      if (!mayApply(month)) return refuse({ code: 'already-applied' });
      if (!decision.paperSigned) return refuse({ code: 'signature-required' });
      return ok([{ type: 'applied-on-behalf', at, enteredBy: decision.enteredBy }]);
    case 'confirm-entry':
      return month.status === 'on-behalf' && month.confirmedAt === null
        ? ok([{ type: 'entry-confirmed', at }])
        : refuse({ code: 'nothing-to-confirm' });
    case 'withdraw-application':
      return hasApplied(month) ? ok([{ type: 'application-withdrawn', at }]) : refuse({ code: 'nothing-to-withdraw' });
    case 'close-applications':
      return closeApplications(month, at);
    case 'move-deadline':
      return ok([{ type: 'deadline-moved', at, applicationBy: decision.applicationBy }]);
    case 'settle':
      return ok([{ type: 'settled', at }]);
    case 'leave':
      return ok([{ type: 'left', at, because: decision.because }]);
    default:
      return assertNever(decision);
  }
}

/** Regulation 2-2 step 3: the member's month after an event. */
export function evolveMemberMonth(month: MemberMonth, event: MemberMonthEvent): MemberMonth {
  const { memberId, applicationBy } = month;
  const own = { memberId, applicationBy };
  switch (event.type) {
    case 'applied':
      return { ...own, status: event.late ? 'late' : 'applied', at: event.at };
    case 'applied-on-behalf':
      return { ...own, status: 'on-behalf', at: event.at, enteredBy: event.enteredBy, confirmedAt: null };
    case 'entry-confirmed':
      return month.status === 'on-behalf' ? { ...month, confirmedAt: event.at } : month;
    case 'application-withdrawn':
      return { ...own, status: event.at < applicationBy ? 'waiting-application' : 'absent' };
    case 'found-absent':
      return { ...own, status: 'absent' };
    case 'deadline-moved': {
      const moved = { ...month, applicationBy: event.applicationBy };
      const isOpenAgain = month.status === 'absent' && event.at < event.applicationBy;
      return isOpenAgain ? { ...moved, status: 'waiting-application' } : moved;
    }
    case 'settled':
      return { ...own, status: 'settled', at: event.at };
    case 'left':
      return { ...own, status: 'left', at: event.at, because: event.because };
    default:
      return assertNever(event);
  }
}
