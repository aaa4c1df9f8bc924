import type { JointEvaluation } from '../calendar/joint-evaluation.ts';
import type { Period } from '../calendar/period.ts';
import type { ActId } from '../ids/ids.ts';
import { stepsOf } from '../proceedings/steps.ts';
import type { BranchMonth, DecidedStep, Round } from './branch-month.ts';
import { actsForTheBranch } from './decide-publication.ts';
import type { StepDecision } from './decisions.ts';
import type { BranchMonthRefusal } from './refusals.ts';

/** Regulation 2-2 steps 6–8 (A11): whether a decision is taken once for all months that are evaluated together. */
export const isJointStep = (step: StepDecision['kind'] | DecidedStep): boolean =>
  stepsOf(step).some(({ decides }) => Object.entries(decides).some(([kind, { joint }]) => kind === step && joint === true));

/** Regulation 2-2 steps 6–8 (A11): with which months a round has its meeting, list and filing in common; a supplement is by month. */
export function jointOf({ joint }: BranchMonth, { origin }: Pick<Round, 'origin'>): JointEvaluation | null {
  return origin === 'supplement' ? null : (joint ?? null);
}

/** Regulation 2-2 steps 6–8 (A11): the later month in which a round's meeting, list and filing are decided; null: in its own. */
export function decidedWith(month: BranchMonth, round: Pick<Round, 'origin'>): JointEvaluation | null {
  const joint = jointOf(month, round);
  return joint === null || joint.closing === month.period ? null : joint;
}

/** Regulation 2-2 steps 6–8 (A11): refuses a step by itself where it is taken once, in the closing month. */
export function takenElsewhere(month: BranchMonth, round: Round, { follows }: Pick<StepDecision, 'follows'>): BranchMonthRefusal | null {
  const joint = decidedWith(month, round);
  return joint === null || follows ? null : { code: 'evaluated-with-another-month', period: joint.closing, by: joint.by };
}

const currentRound = (month: BranchMonth): Round | undefined => month.rounds.find((one) => one.round === month.round);

/** Regulation 2-2 steps 6–8 (A11): how an act of the closing month is called in another month of its evaluation. */
export const followingId = (actId: string, period: string): ActId => `${actId}.${period}` as ActId;

/** A posting that a month has built upon with an objection stays, in every month. */
function withdrawnTooLate(closing: BranchMonth, withdraws: ActId, others: readonly BranchMonth[]): BranchMonthRefusal | null {
  const isPosting = closing.rounds.some(({ acts }) => acts.some((act) => act.actId === withdraws && act.step === 'post'));
  const objected = others.some((other) =>
    other.rounds.some((round) => round.posting?.actId === followingId(withdraws, other.period) && round.objections.length > 0),
  );
  return isPosting && objected ? { code: 'next-step-decided', actId: withdraws } : null;
}

/**
 * Regulation 2-2 steps 6–8 (A11): what the other months of an evaluation have against a decision of their closing month: a meeting waits
 * until each of them has been reviewed, and whoever entered paper for one of them receives or returns none.
 */
export function otherMonthsAgainst(
  closing: BranchMonth,
  decision: StepDecision,
  others: readonly BranchMonth[],
): BranchMonthRefusal | null {
  const round = closing.rounds.find((one) => one.round === decision.round);
  if (!round || jointOf(closing, round) === null) return null;
  switch (decision.kind) {
    case 'record-meeting': {
      const behind = others.find((other) => other.status !== 'meeting');
      return behind ? { code: 'other-month-not-ready', period: behind.period, status: behind.status } : null;
    }
    case 'receive':
    case 'return':
      return others.some((other) => actsForTheBranch(other, decision.by)) ? { code: 'own-entry' } : null;
    case 'withdraw':
      return withdrawnTooLate(closing, decision.withdraws, others);
    default:
      return null;
  }
}

/** Regulation 2-2 steps 6–8 (A11): whether something that stands in the closing month has not followed into a month yet. */
export function lagsBehind(month: BranchMonth, closing: BranchMonth): boolean {
  const round = currentRound(month);
  if (!round || decidedWith(month, round) === null) return false;
  const known = new Set<string>(month.rounds.flatMap(({ acts }) => acts.map(({ actId }) => actId)));
  const common = closing.rounds.filter((one) => jointOf(closing, one) !== null);
  const acts = common.flatMap((one) => one.acts.filter(({ step }) => isJointStep(step)));
  return common.length > month.rounds.length || acts.some(({ actId }) => !known.has(followingId(actId, month.period)));
}

/** Regulation 2-2 step 6 (A11): the months whose lines a closing month's meeting decides on: those of its evaluation, or it alone. */
export const monthsDecidedIn = (month: BranchMonth, round: Pick<Round, 'origin'>): readonly Period[] =>
  jointOf(month, round)?.months ?? [month.period];
