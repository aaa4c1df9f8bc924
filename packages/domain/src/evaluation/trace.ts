/** One step of the answer to "why this number". Amounts are decimal texts, counts are numbers; the sentences are elsewhere. */
export type TraceStep = { readonly code: TraceCode; readonly values: Readonly<Record<string, number | string>> };

export type TraceCode =
  | 'base-entry'
  | 'task-pledge'
  | 'task-points'
  | 'task-progress-stated'
  | 'task-decided'
  | 'task-not-applied'
  | 'reward-entry'
  | 'honour-entry'
  | 'month-total'
  | 'year-to-date'
  | 'base-below-floor'
  | 'task-surplus'
  | 'reward-surplus';
