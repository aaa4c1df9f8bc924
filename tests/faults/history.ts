export type Operation = 'apply' | 'withdraw-application' | 'decide' | 'withdraw-decision';

/** One line of the history: a client's request and the answer. `info` means that the outcome is unknown. */
export type HistoryEvent = {
  type: 'invoke' | 'ok' | 'fail' | 'info';
  op: Operation;
  /** The act's id, the same in every attempt. */
  key: string;
  value: { branchId: string; period: string; kind: string; answer?: string };
  /** Real time in milliseconds. */
  t: number;
};

/** The clients' final knowledge of one act. */
export type Known = { op: Operation; key: string; value: HistoryEvent['value']; outcome: 'ok' | 'fail' | 'info' };

/** Acknowledged once means acknowledged; a refusal is a known outcome. */
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
