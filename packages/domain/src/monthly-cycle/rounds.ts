import type { LineRules } from '../evaluation/ledger.ts';
import { checkLine } from '../evaluation/ledger.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import type { MemberId, PersonId } from '../ids/ids.ts';
import { monthSteps, stepsOf } from '../proceedings/steps.ts';
import { saysSomething } from '../text/says-something.ts';
import type { BranchMonth, Line, Posts, Round, RoundStatus } from './branch-month.ts';
import type { ClockDecision, LineChange, StepDecision } from './decisions.ts';
import { wrongGrounds } from './grounds.ts';
import type { BranchMonthRefusal } from './refusals.ts';

/** Regulation 2-2: the lines that a round still carries. */
export function linesCarried(round: Round): readonly Line[] {
  return round.lines.filter((line) => line.standing !== 'moved-away' && line.standing !== 'left');
}

/** Regulation 2-2 steps 4–6: the lines that are still to be decided; a supplement may also carry lines that were resolved before. */
export function linesToDecide(round: Round): readonly Line[] {
  return linesCarried(round).filter((line) => line.resolved === null);
}

/** Regulation 2-2 steps 4–7: the step with which a supplement of these lines begins. */
export function firstStepOf(lines: readonly Line[]): 'registering' | 'meeting' | 'posting' {
  if (lines.some((line) => line.registered === null && line.resolved === null)) return 'registering';
  return lines.some((line) => line.resolved === null) ? 'meeting' : 'posting';
}

/** Regulation 2-2 step 7: the lines that are published and filed with a round. */
export function linesListed(round: Round): readonly Line[] {
  return round.lines.filter((line) => line.standing === 'listed');
}

/** Regulation 2-2 step 7: the lines of a month that an objection holds back. */
export function heldBack(month: BranchMonth): readonly { readonly round: number; readonly memberId: MemberId }[] {
  return month.rounds
    .filter((round) => round.status !== 'returned')
    .flatMap(({ round, lines }) => lines.filter((line) => line.standing === 'held-back').map(({ memberId }) => ({ round, memberId })));
}

/** Regulation 2-2 steps 4–6: the value of a line that the next step starts from. */
export function standingValue(line: Line): MonthLine | null {
  return (line.resolved ?? line.confirmed ?? line.reviewed ?? line.registered ?? line.claimed)?.line ?? null;
}

/** Regulation 2-2 step 4 (A19): a claim that came after its line had been registered without it; it is registered by itself. */
export function isLateClaim({ claimed, registered, registeredClaim }: Line): boolean {
  return claimed !== null && registered !== null && claimed.actId !== registeredClaim;
}

/** Regulation 2-2 step 5: a line that another person still has to decide before the meeting. */
export function isAwaited(line: Line): boolean {
  return (line.leftOut === 'other-person' || line.leftOut === 'second-person') && line.confirmed === null;
}

/** Regulation 2-2 step 6: a list that two meetings did not carry goes with the next quarter's; reminders stop. */
export function goesWithNextQuarter(round: Round): boolean {
  return round.status === 'meeting' && round.meetings.length >= 2;
}

/** Regulation 2-2: the line of a member in a round, if the round still carries it. */
export const carriedLine = (round: Round, memberId: MemberId): Line | null =>
  linesCarried(round).find((line) => line.memberId === memberId) ?? null;

/** Regulation 2-2 steps 4–8: whether a step of a round has a decision. */
export const hasDecided = (round: Round, step: Round['acts'][number]['step']): boolean => round.acts.some((act) => act.step === step);

/** Regulation 2-2: those who take part in the month still. */
export const membersOf = ({ participants }: Pick<BranchMonth, 'participants'>): BranchMonth['participants'] =>
  participants.filter(({ left }) => left === undefined);

/** Regulation 2-2: those whose lines the month shows: who takes part still, and who left after a meeting had resolved their line. */
export const membersListed = ({ participants, rounds }: Pick<BranchMonth, 'participants' | 'rounds'>): BranchMonth['participants'] =>
  participants.filter(
    ({ memberId, left }) => !left || rounds.some((round) => round.status !== 'returned' && carriedLine(round, memberId) !== null),
  );

/** Regulation 2-2: whose line it is: the member's person. */
export const personOf = (month: BranchMonth, memberId: MemberId): PersonId | null =>
  month.participants.find((participant) => participant.memberId === memberId)?.personId ?? null;

/** Regulation 2-2 step 2: the recorder or the deputy. */
export const isRecorder = ({ recorder, deputyRecorder }: Posts, person: PersonId): boolean =>
  person === recorder || person === deputyRecorder;

/** Regulation 2-2 steps 6–8: whoever records, posts and files for the branch. */
export const keepsTheList = (posts: Posts, person: PersonId): boolean => isRecorder(posts, person) || person === posts.secretary;

/** Regulation 2-2 step 5: those who may decide in the committee's step; without a committee the secretary alone. */
export const reviewersOf = ({ hasCommittee, committee, secretary }: Posts): readonly PersonId[] =>
  hasCommittee ? [...new Set([...committee, secretary])] : [secretary];

/** Regulation 2-2 step 5: those who may decide what a reviewer leaves out. */
export const otherDecidersThan = (posts: Posts, person: PersonId): readonly PersonId[] =>
  [...reviewersOf(posts), ...(posts.confirmer ? [posts.confirmer] : [])].filter((other) => other !== person);

/** Closed or returned comes after every step. */
function stepsBefore(status: RoundStatus): readonly string[] {
  const at = monthSteps.findIndex(({ stage }) => stage === status);
  return monthSteps.slice(0, at === -1 ? undefined : at).map(({ stage }) => stage);
}

/** Regulation 2-2 steps 3–8: refuses a decision whose step is not reached yet, or is over. */
export function outOfStep({ status }: Round, kind: StepDecision['kind'] | ClockDecision['kind']): BranchMonthRefusal | null {
  const expected = stepsOf(kind).map(({ stage }) => stage);
  if (expected.some((stage) => stage === status)) return null;
  const over = stepsBefore(status);
  const isOver = expected.every((stage) => over.includes(stage));
  return isOver ? { code: 'already-decided', status } : { code: 'wrong-step', status, expected };
}

/** Regulation 2-1: by what a member's line of the month is judged. */
export const rulesFor = ({ profile, ceiling, participants }: BranchMonth, memberId: MemberId): LineRules => ({
  profile,
  ceiling,
  pledgesDue: participants.find((participant) => participant.memberId === memberId)?.pledgesDue ?? [],
});

/** Regulation 2-1: refuses a line that the scheme, the ceiling or the pledges of its member do not allow, or an entry without grounds. */
export function wrongLine(month: BranchMonth, line: MonthLine): BranchMonthRefusal | null {
  const checked = checkLine(rulesFor(month, line.memberId), line);
  return checked.ok ? wrongGrounds(month.profile, line) : checked.refusal;
}

/** Regulation 2-2 steps 4–6: refuses lines that the round does not decide on, or that are given twice. */
export function unknownOrTwice(round: Round, memberIds: readonly MemberId[]): BranchMonthRefusal | null {
  for (const [index, memberId] of memberIds.entries()) {
    if (!linesToDecide(round).some((line) => line.memberId === memberId)) return { code: 'unknown-line', memberId };
    if (memberIds.indexOf(memberId) !== index) return { code: 'duplicate-line', memberId };
  }
  return null;
}

/** Regulation 2-2 steps 5–6: refuses changes without 调整理由, and values that are not allowed. */
export function wrongChanges(month: BranchMonth, round: Round, changes: readonly LineChange[]): BranchMonthRefusal | null {
  const known = unknownOrTwice(
    round,
    changes.map((change) => change.line.memberId),
  );
  if (known) return known;
  for (const { line, reason } of changes) {
    if (!saysSomething(reason)) return { code: 'reason-required', memberId: line.memberId };
    const wrong = wrongLine(month, line);
    if (wrong) return wrong;
  }
  return null;
}
