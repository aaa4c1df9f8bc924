import type { ActId } from '../ids/ids.ts';
import { stageAfter } from '../proceedings/steps.ts';
import { assertNever } from '../result.ts';
import { type DecidedStep, emptyLine, type Line, type Reviewed, type Round } from './branch-month.ts';
import type { BranchMonthEvent, DecidedLine } from './decisions.ts';
import { firstStepOf, isAwaited, linesToDecide } from './rounds.ts';

export type EventOf<Type extends BranchMonthEvent['type']> = Extract<BranchMonthEvent, { readonly type: Type }>;
type Done = EventOf<'registered' | 'reviewed' | 'confirmed' | 'meeting-recorded' | 'posted' | 'filed' | 'received'>;

const stepOf = {
  registered: 'register',
  reviewed: 'review',
  confirmed: 'confirm',
  'meeting-recorded': 'record-meeting',
  posted: 'post',
  filed: 'file',
  received: 'receive',
} as const satisfies Readonly<Record<Done['type'], DecidedStep>>;

const withAct = (round: Round, event: Done): Round => ({
  ...round,
  acts: [...round.acts, { actId: event.actId, step: stepOf[event.type], by: event.by }],
});

const given = ({ by, at, actId }: Done, { line, reason }: DecidedLine): Reviewed => ({ line, by, at, actId, ...(reason && { reason }) });

function withValues(
  round: Round,
  event: Done & { readonly lines: readonly DecidedLine[] },
  step: 'reviewed' | 'confirmed' | 'resolved',
): Round {
  const lines = round.lines.map((line): Line => {
    const decided = event.lines.find((one) => one.line.memberId === line.memberId);
    return decided ? { ...line, [step]: given(event, decided) } : line;
  });
  return { ...round, lines };
}

const afterReview = (round: Round): Round => ({
  ...round,
  status: linesToDecide(round).some(isAwaited) ? 'reviewing' : stageAfter('reviewing'),
});

function applied(round: Round, event: EventOf<'applied'>): Round {
  if (event.joins === 'supplement') return round;
  const { memberId } = event.line;
  const lines = round.lines.some((line) => line.memberId === memberId) ? round.lines : [...round.lines, emptyLine(memberId)];
  const { line: value, by, at, actId } = event;
  return {
    ...round,
    lines: lines.map((line) =>
      line.memberId === memberId ? { ...(line.resolved ? emptyLine(memberId) : line), claimed: { line: value, by, at, actId } } : line,
    ),
  };
}

function registered(round: Round, event: EventOf<'registered'>): Round {
  const lines = round.lines.map((line): Line => {
    const value = event.lines.find((one) => one.memberId === line.memberId);
    return value ? { ...line, registered: given(event, { line: value }), registeredClaim: line.claimed?.actId ?? null } : line;
  });
  return withAct({ ...round, lines, status: stageAfter('registering') }, event);
}

function reviewed(round: Round, event: EventOf<'reviewed'>): Round {
  const lines = round.lines.map((line): Line => {
    const left = event.leftOut.find((one) => one.memberId === line.memberId);
    return left ? { ...line, leftOut: left.leftOut } : line;
  });
  return afterReview(withAct(withValues({ ...round, lines }, event, 'reviewed'), event));
}

function met(round: Round, event: EventOf<'meeting-recorded'>): Round {
  const status = event.meeting.outcome === 'carried' ? stageAfter('meeting') : 'meeting';
  const resolved = withValues(round, event, 'resolved');
  const lines = resolved.lines.map((line): Line => (event.notCarried.includes(line.memberId) ? { ...line, standing: 'held-back' } : line));
  return withAct({ ...resolved, lines, meetings: [...round.meetings, event.meeting], status }, event);
}

function objected(round: Round, { objection }: EventOf<'objected'>): Round {
  const lines = round.lines.map((line): Line => (line.memberId === objection.lineMemberId ? { ...line, standing: 'held-back' } : line));
  return { ...round, lines, objections: [...round.objections, objection] };
}

function answered(round: Round, event: EventOf<'objection-answered'>): Round {
  const { objectionId, upheld, by, at, actId, newValue } = event;
  const objections = round.objections.map((one) => (one.objectionId === objectionId ? { ...one, answer: { actId, upheld, by, at } } : one));
  const lines = round.lines.map(
    (line): Line => (newValue?.memberId === line.memberId ? { ...line, resolved: { line: newValue, by, at, actId } } : line),
  );
  return { ...round, objections, lines };
}

type Withdrawn = Extract<BranchMonthEvent, { readonly type: 'withdrawn' }>;
type Value = 'claimed' | 'registered' | 'reviewed' | 'confirmed' | 'resolved';

const without = (lines: readonly Line[], value: Value, actId: ActId): readonly Line[] =>
  lines.map((line) => (line[value]?.actId === actId ? { ...line, [value]: null } : line));

function withoutRegistration(line: Line, actId: ActId): Line {
  return line.registered?.actId === actId ? { ...line, registered: null, registeredClaim: null } : line;
}

/** A late claim that is taken back leaves its supplement. */
function withoutClaim(round: Round, actId: ActId): Round {
  if (round.origin !== 'supplement') return { ...round, lines: without(round.lines, 'claimed', actId) };
  const lines = round.lines.filter((line) => line.claimed?.actId !== actId);
  return { ...round, lines, status: firstStepOf(lines) };
}

/** Regulation 2-2 steps 3–8: a round after a decision was withdrawn stands where it stood before. */
function withoutAct(round: Round, { withdraws, step }: Withdrawn): Round {
  const rest: Round = { ...round, acts: round.acts.filter((act) => act.actId !== withdraws) };
  switch (step) {
    case 'apply':
      return withoutClaim(round, withdraws);
    case 'register':
      return { ...rest, status: 'registering', lines: rest.lines.map((line) => withoutRegistration(line, withdraws)) };
    case 'review': {
      const lines = without(rest.lines, 'reviewed', withdraws).map((line) => ({ ...line, leftOut: null }));
      return { ...rest, status: 'reviewing', lines };
    }
    case 'confirm':
      return { ...rest, status: 'reviewing', lines: without(rest.lines, 'confirmed', withdraws) };
    case 'record-meeting': {
      const meetings = rest.meetings.filter((meeting) => meeting.actId !== withdraws);
      const lines = without(rest.lines, 'resolved', withdraws).map((line): Line => ({ ...line, standing: 'listed' }));
      return { ...rest, status: 'meeting', meetings, lines };
    }
    case 'post':
      return { ...rest, status: 'posting', posting: null };
    case 'file':
      return { ...rest, status: 'filing', filing: null };
    case 'receive':
      return { ...rest, receipt: null };
    default:
      return assertNever(step);
  }
}

/** Regulation 2-2 steps 3–8: one round after an event that concerns it alone. */
export function evolveRound(
  round: Round,
  event: Exclude<BranchMonthEvent, EventOf<'returned' | 'supplement-opened' | 'entry-confirmed' | 'member-left'>>,
): Round {
  switch (event.type) {
    case 'applied':
      return applied(round, event);
    case 'applications-closed':
      return { ...round, status: stageAfter('applying') };
    case 'registered':
      return registered(round, event);
    case 'reviewed':
      return reviewed(round, event);
    case 'confirmed':
      return afterReview(withAct(withValues(round, event, 'confirmed'), event));
    case 'meeting-recorded':
      return met(round, event);
    case 'posted':
      return withAct({ ...round, posting: event.posting, status: stageAfter('posting') }, event);
    case 'objected':
      return objected(round, event);
    case 'objection-answered':
      return answered(round, event);
    case 'publicity-ended':
      return { ...round, status: stageAfter('publicity') };
    case 'filed':
      return withAct({ ...round, filing: event.filing, status: stageAfter('filing') }, event);
    case 'received':
      return withAct({ ...round, receipt: { actId: event.actId, by: event.by, at: event.at } }, event);
    case 'closed':
      return { ...round, status: 'closed' };
    case 'withdrawn':
      return withoutAct(round, event);
    default:
      return assertNever(event);
  }
}
