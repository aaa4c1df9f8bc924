import { monthsDecidedIn, ok, otherMonthsAgainst, period as periodOf, type Result, refuse } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { decisionOf } from '../month-acts/domain-decision.ts';
import { type EffectRefusal, judge } from '../month-acts/effect.ts';
import { type FoldPorts, foldActs } from '../month-acts/fold-acts.ts';
import { followingAct, isFollowed } from './followed-acts.ts';
import { monthsTogether } from './months-together.ts';

export type OtherMonthsPorts = FoldPorts;

const noCalendar = { workingDay: true, deadlines: [] };

/** What the other months have to say to a decision of their closing month before it is recorded; of a meeting, on each of their lines. */
export async function askOtherMonths(deps: OtherMonthsPorts, closing: BranchMonthRecord, act: Act): Promise<Result<true, EffectRefusal>> {
  const named = strangeMonth(closing, act);
  if (named !== undefined) return refuse({ code: 'month-not-evaluated-here', period: periodOf(named) });
  if (!isFollowed(closing, act)) return ok(true);
  const others = await Promise.all(
    (await monthsTogether(deps, closing)).map(async (one) => (await foldActs(deps, one.branchId, one.period)) ?? one),
  );
  const decision = decisionOf(closing, act, noCalendar);
  const states = others.map(({ state }) => state);
  const against = 'by' in decision ? otherMonthsAgainst(closing.state, decision, states) : null;
  if (against) return refuse(against);
  if (act.kind !== 'record-meeting') return ok(true);
  for (const month of others) {
    const judged = await judge(deps, month, followingAct(act, closing, month));
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
