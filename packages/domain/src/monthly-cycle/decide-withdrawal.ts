import type { Instant } from '../calendar/local-date.ts';
import type { ActId } from '../ids/ids.ts';
import { ok, refuse } from '../result.ts';
import type { BranchMonth, LiveAct, Round } from './branch-month.ts';
import { closingIfEmpty } from './closing.ts';
import type { BranchMonthEvent, DecisionOf } from './decisions.ts';
import { isJointStep, takenElsewhere } from './joint-months.ts';
import type { Decided } from './refusals.ts';

type Withdrawal = DecisionOf<'withdraw'>;

/** Whether something already rests on a round's last act. What follows the closing month was judged there. */
function isBuiltUpon(round: Round, act: LiveAct, { follows }: Withdrawal): boolean {
  if (round.acts.at(-1)?.actId !== act.actId || round.status === 'closed' || round.status === 'returned') return true;
  return !follows && act.step === 'post' && (round.status !== 'publicity' || round.objections.length > 0);
}

function withdrawn(
  round: Round,
  { actId, by }: Withdrawal,
  at: Instant,
  withdraws: ActId,
  step: LiveAct['step'] | 'apply',
): BranchMonthEvent {
  return { type: 'withdrawn', round: round.round, actId, by, at, withdraws, step };
}

function withdrawApplication(month: BranchMonth, decision: Withdrawal, at: Instant): Decided {
  const { withdraws, by } = decision;
  const open = month.rounds.find((one) => one.round === month.round);
  const late = month.lateClaims.find((one) => one.claimed.actId === withdraws);
  const line = month.rounds.flatMap((round) => round.lines).find((one) => one.claimed?.actId === withdraws);
  const claimed = late?.claimed ?? line?.claimed;
  if (!open || !claimed) return refuse({ code: 'nothing-to-withdraw', actId: withdraws });
  if (claimed.by !== by) return refuse({ code: 'not-your-post' });
  const isBeforeRegistration = open.status === 'applying' || open.status === 'registering';
  if (!late && !(isBeforeRegistration && open.lines.some((one) => one === line))) {
    return refuse({ code: 'next-step-decided', actId: withdraws });
  }
  return ok(closingIfEmpty(month, withdrawn(open, decision, at, withdraws, 'apply'), at));
}

/** Regulation 2-2 steps 3–8: a decision is withdrawn (撤回) by whoever made it, as long as the next step has none. */
export function withdraw(month: BranchMonth, decision: Withdrawal, at: Instant): Decided {
  const { withdraws, by } = decision;
  const round = month.rounds.find((one) => one.acts.some((act) => act.actId === withdraws));
  const act = round?.acts.find((one) => one.actId === withdraws);
  if (!round || !act) return withdrawApplication(month, decision, at);
  const elsewhere = isJointStep(act.step) ? takenElsewhere(month, round, decision) : null;
  if (elsewhere) return refuse(elsewhere);
  if (act.by !== by) return refuse({ code: 'not-your-post' });
  if (isBuiltUpon(round, act, decision)) return refuse({ code: 'next-step-decided', actId: withdraws });
  return ok([withdrawn(round, decision, at, withdraws, act.step)]);
}
