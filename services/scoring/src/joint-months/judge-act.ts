import type { BranchCard } from '@jifen/contracts';
import { monthsDecidedIn, ok, otherMonthsAgainst, period as periodOf, type Result, refuse } from '@jifen/domain';
import type { Act, ActStore } from '../acts/act.store.ts';
import { decidedBy, type RecordRefusal } from '../acts/refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { applyUnapplied, type UnappliedPorts } from '../month-acts/apply-unapplied.ts';
import { decisionOf, noCalendar } from '../month-acts/domain-decision.ts';
import { type EffectRefusal, judge } from '../month-acts/effect.ts';
import { followingAct, isFollowed } from './followed-acts.ts';
import { monthsTogether } from './months-together.ts';

/** Whether an act may be recorded: the regulation is asked of its month, then of those that are evaluated with it. */
export async function judgeAct(
  ports: UnappliedPorts,
  record: BranchMonthRecord,
  act: Act,
  branch?: BranchCard,
): Promise<Result<true, EffectRefusal | RecordRefusal>> {
  const judged = await judge(ports, record, act, branch);
  if (judged.ok) return askOtherMonths(ports, record, act, branch);
  const other = judged.refusal.code === 'already-decided' ? await decidedBefore(ports, record, act) : undefined;
  return other ? refuse(decidedBy(other)) : judged;
}

/** What the other months have to say to a decision of their closing month before it is recorded; of a meeting, on each of their lines. */
async function askOtherMonths(
  deps: UnappliedPorts,
  closing: BranchMonthRecord,
  act: Act,
  branch: BranchCard | undefined,
): Promise<Result<true, EffectRefusal>> {
  const named = strangeMonth(closing, act);
  if (named !== undefined) return refuse({ code: 'month-not-evaluated-here', period: periodOf(named) });
  if (!isFollowed(closing, act)) return ok(true);
  const others = await Promise.all(
    (await monthsTogether(deps, closing)).map(async (one) => (await applyUnapplied(deps, one.branchId, one.period)) ?? one),
  );
  const decision = decisionOf(closing, act, noCalendar);
  const states = others.map(({ state }) => state);
  const against = 'by' in decision ? otherMonthsAgainst(closing.state, decision, states) : null;
  if (against) return refuse(against);
  if (act.kind !== 'record-meeting') return ok(true);
  for (const month of others) {
    const judged = await judge(deps, month, followingAct(act, closing, month), branch);
    if (!judged.ok) return judged;
  }
  return ok(true);
}

function strangeMonth({ state }: BranchMonthRecord, { content, round }: Act): string | undefined {
  if (content.kind !== 'record-meeting') return undefined;
  const decided = state.rounds.find((one) => one.round === round);
  const known: readonly string[] = decided ? monthsDecidedIn(state, decided) : [];
  return [...content.changes, ...content.separate].flatMap(({ period }) => period ?? []).find((period) => !known.includes(period));
}

/** The act by which somebody else took the same step, where somebody did. */
async function decidedBefore(
  { acts }: { acts: Pick<ActStore, 'find'> },
  { state }: BranchMonthRecord,
  { content, round: asked }: Act,
): Promise<Act | undefined> {
  const round = state.rounds.find((one) => one.round === asked);
  if (content.kind === 'answer-objection') {
    const answer = round?.objections.find((objection) => objection.objectionId === content.objectionId)?.answer;
    return answer ? acts.find(answer.actId) : undefined;
  }
  const live = await Promise.all((round?.acts ?? []).map(({ actId }) => acts.find(actId)));
  return live.findLast((one) => one?.kind === content.kind);
}
