import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type OperationsReport, operationsEndpoint } from '@jifen/contracts';
import { implement, type Route } from '../http/route.ts';
import { inTime } from '../process/in-time.ts';
import type { Readiness } from '../process/readiness.ts';

type Figures = Omit<OperationsReport, 'process'>;

export type OperationsRoute = {
  gauge: ProcessGauge;
  ready: Readiness;
  /** What this process reports besides itself; each part is asked separately. */
  figures?: { [Name in keyof Figures]?: () => Promise<Figures[Name]> };
  timeoutMs?: number;
};

/** `GET /operations`: a part without an answer in time, e.g. because its store is down, is left out and delays no other. */
export function operationsRoute({ gauge, ready, figures = {}, timeoutMs = 1200 }: OperationsRoute): Route {
  return implement(operationsEndpoint, async () => {
    const asked = Object.entries(figures).map(async ([name, figure]) => [name, await inTime<unknown>(figure(), timeoutMs)] as const);
    const [process, ...answers] = await Promise.all([gauge.report(ready), ...asked]);
    const known = Object.fromEntries(answers.filter(([, value]) => value !== undefined)) as Figures;
    return { status: 200, body: { process, ...known } };
  });
}

export type ProcessGauge = { report(ready: Readiness): Promise<OperationsReport['process']>; stop(): void };

export type GaugeOptions = {
  /** The package.json of the process, for its version. */
  packageUrl: URL;
  windowMs?: number;
};

const resolutionMs = 20;
const megabyte = 1_048_576;
const inMs = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - resolutionMs);

/** Measures this process from now on. The delay is that of the last complete window, so that several readers see the same. */
export function createProcessGauge({ packageUrl, windowMs = 10_000 }: GaugeOptions): ProcessGauge {
  const { version } = JSON.parse(readFileSync(packageUrl, 'utf8')) as { version: string };
  const startedAt = Date.now();
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  let lastWindow: number | undefined;
  delays.enable();
  const timer = setInterval(() => {
    lastWindow = inMs(delays.percentile(99));
    delays.reset();
  }, windowMs).unref();
  return {
    async report(ready) {
      const state = await ready.current();
      return {
        version,
        startedAt,
        ready: state.ready,
        checks: state.checks,
        residentMb: Math.round(process.memoryUsage.rss() / megabyte),
        eventLoopDelayMs: lastWindow ?? inMs(delays.percentile(99)),
      };
    },
    stop() {
      clearInterval(timer);
      delays.disable();
    },
  };
}
