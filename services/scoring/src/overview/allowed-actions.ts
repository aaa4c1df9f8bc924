import type { AllowedAction } from '@jifen/contracts';
import {
  type Action,
  actId,
  type BranchMonth,
  type BranchMonthRefusal,
  decide,
  isAwaited,
  linesCarried,
  localDateOf,
  membersOf,
  objectionId,
  personId,
  type Round,
  type StepDecision,
} from '@jifen/domain';
import { type DecidedKind, ruleOf } from '@jifen/domain/proceedings';
import type { Caller } from '@jifen/service-kit';
import { permitted } from '../access/access.ts';
import type { MonthInHand } from '../branch-months/branch-month.store.ts';
import { nextStepOf } from '../branch-months/step-deadline.ts';
import { isDueByItsMonth } from '../deadlines/deadlines.ts';

/** No content of a decision could cure these; all others ask for something that is still to be filled in. */
const closedDoors: ReadonlySet<BranchMonthRefusal['code']> = new Set<BranchMonthRefusal['code']>([
  'unknown-round',
  'wrong-step',
  'already-decided',
  'not-your-post',
  'own-line',
  'own-entry',
  'second-person-required',
  'line-not-awaiting',
  'already-applied',
  'evaluated-with-another-month',
  'late-application-refused',
  'applications-open',
  'publicity-not-over',
  'publicity-over',
  'objection-open',
  'unknown-objection',
  'return-window-over',
  'nothing-to-confirm',
  'nothing-to-withdraw',
  'member-has-left',
  'next-step-decided',
]);

type Asker = { caller: Caller; now: number };
type Attempt = { name: AllowedAction; action: Action; decisions: StepDecision[] };

/** A decision as the table of the steps permits it. */
const attempt = (name: Extract<AllowedAction, DecidedKind>, decisions: StepDecision[]): Attempt => ({
  name,
  action: ruleOf(name).action,
  decisions,
});
type Head = { actId: StepDecision['actId']; by: StepDecision['by']; round: number };

/** What the caller may do now, asked of the regulation with decisions that are still empty. */
export function allowedActions(record: MonthInHand, { caller, now }: Asker): AllowedAction[] {
  if (caller.personId === undefined || record.stage === 'closed') return [];
  const head: Head = { actId: actId('not-yet-decided'), by: personId(caller.personId), round: record.round };
  const round = record.state.rounds.find((one) => one.round === record.round);
  const attempts = [...applications(record, head, caller), ...(round ? steps(record.state, round, { head, caller, now }) : [])];
  const open = (decision: StepDecision) => {
    const decided = decide(record.state, decision, now);
    return decided.ok || !closedDoors.has(decided.refusal.code);
  };
  const attempted = attempts
    .filter(({ action }) => permitted({ caller, action, organisation: record.path, at: now, ...own(caller) }).ok)
    .filter(({ decisions }) => decisions.some(open))
    .map(({ name }) => name);
  return [...attempted, ...extension(record, caller, now), ...personalExtension(record, caller, now)];
}

/** 延期 is decided at member's, and holds for the month's own steps. */
function extension(record: MonthInHand, caller: Caller, now: number): AllowedAction[] {
  const asked = { caller, action: 'deadline:extend', organisation: record.path, at: now } as const;
  return isDueByItsMonth(record) && nextStepOf(record).rests !== 'decided-elsewhere' && permitted(asked).ok ? ['extend'] : [];
}

/** 个别延期: before the registration is decided. */
function personalExtension(record: MonthInHand, caller: Caller, now: number): AllowedAction[] {
  const asked = { caller, action: 'deadline:extend-for-member', organisation: record.path, at: now } as const;
  const isEarly = record.round === 1 && (record.stage === 'applying' || record.stage === 'registering');
  const isForSomebody = membersOf(record.state).some(
    ({ application }) => application === 'waiting-application' || application === 'absent',
  );
  return isEarly && isForSomebody && permitted(asked).ok ? ['extend-for-member'] : [];
}

const own = ({ memberId }: Caller) => (memberId === undefined ? {} : { member: memberId });

function applications({ state }: MonthInHand, head: Head, caller: Caller): Attempt[] {
  const nothingClaimed = { base: [], task: { kind: 'fulfilments', fulfilments: [] }, reward: [] } as const;
  const applying = (participant: BranchMonth['participants'][number]): StepDecision => ({
    ...head,
    kind: 'apply',
    by: participant.personId,
    line: { memberId: participant.memberId, ...nothingClaimed },
  });
  const mine = membersOf(state).filter(({ memberId }) => memberId === caller.memberId);
  const others = membersOf(state).filter(({ memberId }) => memberId !== caller.memberId);
  return [
    { name: 'apply', action: 'application:submit', decisions: mine.map(applying) },
    { name: 'apply-on-behalf', action: 'application:submit-on-behalf', decisions: others.map(applying) },
  ];
}

type Standing = { month: BranchMonth; round: Round; head: Head; caller: Caller; now: number };

function steps(month: BranchMonth, round: Round, { head, caller, now }: { head: Head; caller: Caller; now: number }): Attempt[] {
  const standing = { month, round, head, caller, now };
  return [...meetingSide(standing), ...objections(standing), ...publicationSide(standing)];
}

function meetingSide({ month: { rosterHash }, round, head, now }: Standing): Attempt[] {
  const carried = linesCarried(round);
  const lateClaims = round.status === 'reviewing' ? carried.flatMap(({ claimed }) => claimed?.line ?? []) : [];
  const registrations = lateClaims.length > 0 ? lateClaims.map((line) => [line]) : [[]];
  const votes = { due: 0, voters: 0, present: 0, inFavour: 0, against: 0, abstained: 0, carried: false, separateVotes: [] };
  const register = registrations.map((lines): StepDecision => ({ ...head, kind: 'register', rosterHash, lines }));
  const awaited = carried.filter(isAwaited);
  const confirm = awaited.map(({ memberId }): StepDecision => ({ ...head, kind: 'review-own-line', memberIds: [memberId], changes: [] }));
  const meet: StepDecision = { ...head, kind: 'record-meeting', rosterHash, heldOn: localDateOf(now), ...votes, changes: [] };
  return [
    attempt('register', register),
    attempt('review', [{ ...head, kind: 'review', rosterHash, changes: [], leftOut: [] }]),
    attempt('review-own-line', confirm),
    attempt('record-meeting', [meet]),
  ];
}

function objections({ month, round, head, caller }: Standing): Attempt[] {
  const members = [...membersOf(month).map(({ memberId }) => memberId), ...month.votersNotScored];
  const mine = members.filter((memberId) => memberId === caller.memberId);
  const about = { objectionId: objectionId('not-yet-raised'), component: 'task' } as const;
  const onBehalf = linesCarried(round)
    .slice(0, 1)
    .map(({ memberId }) => ({ ...head, kind: 'object', ...about, lineMemberId: memberId }) as const);
  const object = mine.flatMap((memberId) => onBehalf.map((decision): StepDecision => ({ ...decision, memberId })));
  const unanswered = round.objections.filter(({ answer }) => answer === null);
  const answer = unanswered.map(
    (one): StepDecision => ({ ...head, kind: 'answer-objection', objectionId: one.objectionId, upheld: false }),
  );
  return [
    { name: 'object', action: 'objection:raise', decisions: object },
    { name: 'object-on-behalf', action: 'objection:raise-on-behalf', decisions: onBehalf },
    attempt('answer-objection', answer),
  ];
}

function publicationSide({ head, now }: Standing): Attempt[] {
  const posting = { postedOn: localDateOf(now), place: '', onWorkingDay: true, publicityEndsAt: now, filingBy: now };
  return [
    attempt('post', [{ ...head, kind: 'post', ...posting }]),
    attempt('file', [{ ...head, kind: 'file', returnBy: now }]),
    attempt('receive', [{ ...head, kind: 'receive' }]),
    attempt('return', [{ ...head, kind: 'return', backTo: 'posting', reason: '-' }]),
  ];
}
