import type { OperationsReport, PartName } from '@jifen/contracts';
import { RemoteUnavailable } from '@jifen/service-kit';
import type { OperatedPartPort, OperatedParts } from '../upstream/operated-parts.ts';

export function aReport(of: Partial<OperationsReport> = {}, process: Partial<OperationsReport['process']> = {}): OperationsReport {
  const own = { version: '0.1.0', startedAt: 0, ready: true, checks: [], residentMb: 100, eventLoopDelayMs: 1, ...process };
  return { process: own, ...of };
}

type Told = OperationsReport | 'alive' | 'silent' | 'never' | 'forbidden';
export type Other = Exclude<PartName, 'console'>;

const never = () => new Promise<never>(() => undefined);
const gone = () => Promise.reject(new RemoteUnavailable('gone'));

function part(told: Told): OperatedPartPort {
  if (told === 'never') return { report: never, alive: never };
  if (told === 'silent') return { report: gone, alive: gone };
  if (told === 'alive') return { report: gone, alive: async () => undefined };
  const refusal = { status: 403, code: 'forbidden', facts: {} };
  return {
    report: async () => (told === 'forbidden' ? { ok: false, refusal } : { ok: true, status: 200, value: told }),
    alive: async () => undefined,
  };
}

const others: readonly Other[] = ['member', 'scoring', 'notification', 'branch-worker', 'member-worker'];

/** Everything is well but for what a test says. */
export function fakeParts(told: Partial<Record<Other, Told>> = {}): OperatedParts {
  return Object.fromEntries(others.map((name) => [name, part(told[name] ?? aReport())])) as OperatedParts;
}
