import type { DecideMessage, KeptState } from '@jifen/contracts';

export type Check = { outcome: 'accepted' } | { outcome: 'not-yet' } | { outcome: 'never'; code: string };

const accepted: Check = { outcome: 'accepted' };
const notYet: Check = { outcome: 'not-yet' };
const never = (code: string): Check => ({ outcome: 'never', code });

export type Process = {
  state: KeptState;
  /** A decision is being applied: the record may already stand at another step than `state`, an earlier one after a withdrawal. */
  isDeciding: boolean;
};

/** The rough check before a decision is taken on: step, round and roster. Whether it holds is decided by scoring. */
export function checkDecision({ state, isDeciding }: Process, { actId, kind, round, rosterHash }: DecideMessage): Check {
  if (state.actIds.includes(actId)) return accepted;
  if (rosterHash !== state.rosterHash) return never('stale-roster');
  if (round !== state.round) return round > state.round ? notYet : never('round-over');
  if (state.accepts.includes(kind)) return accepted;
  return isDeciding || state.acceptsLater.includes(kind) ? notYet : never('wrong-step');
}
