import type { ActAnswer, ApplicationBody } from '@jifen/contracts';
import { type BranchMonthRefusal, ok, type Result, refuse } from '@jifen/domain';
import type { Caller, PendingEvent, RouteAudit } from '@jifen/service-kit';
import type { AccessRefusal } from '../access/access.ts';
import type { Act, ActContent, ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { event } from '../outbox/events.ts';

export type ApplicationRefusal =
  | AccessRefusal
  | BranchMonthRefusal
  | { code: 'different-body'; actId: string }
  | { code: 'sentence-required'; pledgeId: string }
  | { code: 'late-reason-required'; memberId: string };

/**
 * `fold` takes what is effective, and not yet in the branch's month, into it, from the month as it was `seen`, and answers the month with
 * it; `nudge` lets the relay look at once.
 */
export type ApplicationPorts = {
  months: Pick<BranchMonthStore, 'find'>;
  acts: Pick<ActStore, 'find' | 'findLive' | 'insert'>;
  fold: (branchId: string, period: string, seen: BranchMonthRecord) => Promise<BranchMonthRecord | undefined>;
  nudge: () => void;
  realNow: () => number;
};

export type MemberMonthKey = { branchId: string; period: string; memberId: string };
/** The audit record travels in the write of the act. */
export type Asking = MemberMonthKey & { caller: Caller; now: number; audit: RouteAudit['pending'] };

export const applicationKey = ({ branchId, period, memberId }: MemberMonthKey): string => `${branchId}/${period}/application/1/${memberId}`;

export const participantOf = ({ state }: BranchMonthRecord, memberId: string) =>
  state.participants.find((participant) => participant.memberId === memberId);

export type ApplicationContent = Extract<ActContent, { kind: 'application' }>;
export const contentOf = ({ actId: _actId, ...body }: ApplicationBody): ApplicationContent => ({ kind: 'application', ...body });

/** Nothing that a member does for himself depends on the calendar. */
export const noCalendar = { workingDay: true, deadlines: [] };

export function recordedEvents(audit: Asking['audit'], organisation: string, act: Act): PendingEvent[] {
  const { branchId, period, memberId, enteredAt, by } = act;
  const facts = { target: `${branchId}/${period}/${memberId}`, role: by.role, organisation, details: { actId: act._id } };
  return [audit(facts), event('fold', act._id, enteredAt, { branchId, period })];
}

type AboutEntry = Extract<ActContent, { kind: 'withdraw-application' | 'confirm-entry' }>;
type Sent = { actId: string; bodyHash: string; enteredAt: number };

/** What is done about an application that is there: once for each, effective at once. */
export function actAbout(
  content: AboutEntry,
  { branchId, period, memberId, caller, now }: Asking,
  { actId, bodyHash, enteredAt }: Sent,
): Act {
  return {
    _id: actId,
    kind: content.kind,
    branchId,
    period,
    round: 1,
    memberId,
    businessKey: `${branchId}/${period}/${content.kind}/1/${content.applicationId}`,
    live: true,
    unfolded: true,
    status: 'effective',
    by: { personId: caller.personId ?? caller.service, memberId: caller.memberId, service: caller.service, role: 'member' },
    at: now,
    enteredAt,
    bodyHash,
    content,
  };
}

function answerOf({ _id, status, at, refusal }: Act): ActAnswer {
  return { actId: _id, status, at, ...(refusal ? { refusal } : {}) };
}

/** The same id with the same body is the same act; with another body it is somebody's mistake. */
export function answerRepeated(act: Act, bodyHash: string): Result<ActAnswer, ApplicationRefusal> {
  return act.bodyHash === bodyHash ? ok(answerOf(act)) : refuse({ code: 'different-body', actId: act._id });
}

/** An earlier sending of the same act may have been recorded while this one was judged: then its answer counts, not the refusal. */
export async function refusedUnlessRecorded<Refused extends Result<never, ApplicationRefusal>>(
  { acts }: Pick<ApplicationPorts, 'acts'>,
  { actId, hash }: { actId: string; hash: string },
  refused: Refused,
): Promise<Result<ActAnswer, ApplicationRefusal>> {
  const recorded = await acts.find(actId);
  return recorded ? answerRepeated(recorded, hash) : refused;
}

/** The act is recorded: what keeps it from being folded now is left to the relay. What the fold refuses, the regulation refused. */
export async function foldedAnswer(
  { acts, fold, nudge }: ApplicationPorts,
  seen: BranchMonthRecord,
  act: Act,
): Promise<Result<ActAnswer, ApplicationRefusal>> {
  const left = await fold(act.branchId, act.period, seen).catch(() => nudge());
  if (left?.actIds.includes(act._id)) return ok(answerOf(act));
  const recorded = (await acts.find(act._id)) ?? act;
  if (recorded.status !== 'refused') return ok(answerOf(recorded));
  const { code, facts } = recorded.refusal ?? { code: 'unknown-round', facts: { round: act.round } };
  return refuse({ code, ...facts } as BranchMonthRefusal);
}
