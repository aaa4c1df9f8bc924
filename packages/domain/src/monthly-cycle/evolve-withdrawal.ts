import type { ActId } from '../ids/ids.ts';
import { assertNever } from '../result.ts';
import type { Line, Round } from './branch-month.ts';
import type { BranchMonthEvent } from './events.ts';
import { firstStepOf } from './rounds.ts';

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
export function withoutAct(round: Round, { withdraws, step }: Withdrawn): Round {
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
