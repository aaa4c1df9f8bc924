/** One dependency: `check` rejects when it cannot be used. A degraded one is shown but does not make the process unready. */
export type ReadyCheck = { name: string; check: () => Promise<void>; onlyDegrades?: boolean };
export type CheckResult = { name: string; ok: boolean; degraded?: boolean };
export type ReadyState = { ready: boolean; stopping: boolean; checks: CheckResult[] };
export type Readiness = { current(): Promise<ReadyState>; stop(): void };

/** Each check has 1 s; results are kept for 2 s; after `stop` nothing is ready any more. */
export function createReadiness(_checks: ReadyCheck[]): Readiness {
  throw new Error('createReadiness is not built yet');
}
