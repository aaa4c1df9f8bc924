import type { BranchMonthStageName, DecideMessage, MonthState } from '@jifen/contracts';
import { stepOfStage } from '../timing/steps.ts';

/** The stages in which a kind of decision may take effect. */
export type DecisionStages = Readonly<Record<string, readonly BranchMonthStageName[]>>;

export type Check = { outcome: 'accepted' } | { outcome: 'not-yet' } | { outcome: 'never'; code: string };

const order = Object.keys(stepOfStage);
const accepted: Check = { outcome: 'accepted' };
const notYet: Check = { outcome: 'not-yet' };
const never = (code: string): Check => ({ outcome: 'never', code });

export type Process = {
  state: MonthState;
  /** A decision is being applied: the record may already stand at another step than `state`, an earlier one after a withdrawal. */
  isDeciding: boolean;
};

/** The rough check before a decision is taken on: stage, round and roster. Whether it holds is decided by scoring. */
export function checkDecision({ state, isDeciding }: Process, message: DecideMessage, stages: DecisionStages): Check {
  const { actId, kind, round, rosterHash } = message;
  const possible = stages[kind];
  if (!possible) return never('unknown-decision');
  if (state.actIds.includes(actId)) return accepted;
  if (rosterHash !== state.rosterHash) return never('stale-roster');
  if (round !== state.round) return round > state.round ? notYet : never('round-over');
  if (possible.includes(state.stage)) return state.awaitingProjection && kind === 'post' ? notYet : accepted;
  return isDeciding || isAhead(possible, state.stage) ? notYet : never('wrong-step');
}

function isAhead(possible: readonly BranchMonthStageName[], stage: BranchMonthStageName): boolean {
  return possible.some((candidate) => order.indexOf(candidate) > order.indexOf(stage));
}
