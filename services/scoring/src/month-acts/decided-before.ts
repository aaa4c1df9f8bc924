import type { Act, ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

/** The act by which somebody else took the same step, where somebody did. */
export async function decidedBefore(
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
