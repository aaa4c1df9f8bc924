import { succeedsInTime } from './in-time.ts';

/** One dependency: `check` rejects when it cannot be used. A degrading one is shown but does not make the process unready. */
export type ReadyCheck = { name: string; check: () => Promise<unknown>; onlyDegrades?: boolean };
export type CheckResult = { name: string; ok: boolean; onlyDegrades: boolean };
export type ReadyState = { ready: boolean; stopping: boolean; checks: CheckResult[] };
export type Readiness = { current(): Promise<ReadyState>; stop(): void };

export type ReadinessTimes = { timeoutMs?: number; cacheMs?: number; now?: () => number };

/** Each check has 1 s; results are kept for 2 s; after `stop` the process is never ready. */
export function createReadiness(checks: readonly ReadyCheck[], times: ReadinessTimes = {}): Readiness {
  const { timeoutMs = 1000, cacheMs = 2000, now = Date.now } = times;
  let stopping = false;
  let kept: { at: number; results: Promise<CheckResult[]> } | undefined;
  const results = () => {
    if (!kept || now() - kept.at >= cacheMs) kept = { at: now(), results: Promise.all(checks.map((check) => run(check, timeoutMs))) };
    return kept.results;
  };
  return {
    async current() {
      const found = await results();
      return { ready: !stopping && found.every(({ ok, onlyDegrades }) => ok || onlyDegrades), stopping, checks: found };
    },
    stop() {
      stopping = true;
    },
  };
}

async function run({ name, check, onlyDegrades = false }: ReadyCheck, timeoutMs: number): Promise<CheckResult> {
  return { name, ok: await succeedsInTime(check(), timeoutMs), onlyDegrades };
}
