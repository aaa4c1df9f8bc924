export type Operation = 'apply' | 'withdraw-application' | 'decide' | 'withdraw-decision';

/** One line of the history: what a client asked, and what it was told. `info` means that it does not know. */
export type HistoryEvent = {
  type: 'invoke' | 'ok' | 'fail' | 'info';
  op: Operation;
  /** The act's id, the same in every attempt. */
  key: string;
  value: { branchId: string; period: string; kind: string; told?: string };
  /** Real time in milliseconds. */
  t: number;
};

/** What the clients know of one act in the end. */
export type Known = { op: Operation; key: string; value: HistoryEvent['value']; outcome: 'ok' | 'fail' | 'info' };

/** What was acknowledged once stays acknowledged; what was refused was not unknown. */
const weight = { info: 0, fail: 1, ok: 2 } as const;

export function knownOf(history: readonly HistoryEvent[]): Known[] {
  const known = new Map<string, Known>();
  for (const { type, op, key, value } of history) {
    const before = known.get(key) ?? { op, key, value, outcome: 'info' };
    const outcome = type === 'invoke' ? 'info' : type;
    known.set(key, weight[outcome] >= weight[before.outcome] ? { op, key, value, outcome } : before);
  }
  return [...known.values()];
}

/** Attempts that have no answer yet. */
export function inFlight(history: readonly HistoryEvent[]): number {
  return history.reduce((open, { type }) => open + (type === 'invoke' ? 1 : -1), 0);
}

export const acknowledged = (history: readonly HistoryEvent[]): number => knownOf(history).filter(({ outcome }) => outcome === 'ok').length;
