import { actId, type BranchMonth, type BranchMonthRefusal, decide, evolve, personId, type StepDecision } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { claimedLine, rulesFor } from './lines.ts';

export type Folded = { month: BranchMonth; folded: string[]; refused: { actId: string; refusal: BranchMonthRefusal }[] };

/** An application, or its withdrawal, as the regulation's machine reads it; of other acts nothing. */
export function applicationDecision(month: BranchMonth, act: Act): StepDecision | undefined {
  const { content } = act;
  const done = { actId: actId(act._id), by: personId(act.by.personId), round: act.round };
  if (content.kind === 'withdraw-application') return { ...done, kind: 'withdraw', withdraws: actId(content.applicationId) };
  if (content.kind !== 'application' || act.memberId === undefined) return undefined;
  const line = claimedLine(rulesFor(month, act.memberId), act.memberId, content);
  return { ...done, kind: 'apply', line, ...(content.onBehalf ? { onBehalf: { paperSigned: true } } : {}) };
}

/** Takes into the month what was effective before the month knew of it; what has become impossible meanwhile is refused. */
export function foldApplications(month: BranchMonth, acts: readonly Act[]): Folded {
  const start: Folded = { month, folded: [], refused: [] };
  return acts.reduce((state, act) => {
    const decision = applicationDecision(state.month, act);
    if (!decision) return state;
    const decided = decide(state.month, decision, act.at);
    if (!decided.ok) return { ...state, refused: [...state.refused, { actId: act._id, refusal: decided.refusal }] };
    return { ...state, month: decided.value.reduce(evolve, state.month), folded: [...state.folded, act._id] };
  }, start);
}
