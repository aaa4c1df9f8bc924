import { type OperationsReport, operationsEndpoint } from '@jifen/contracts';
import { implement, type Route } from '../http/route.ts';
import type { Readiness } from '../process/readiness.ts';
import type { ProcessGauge } from './process-gauge.ts';

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
    const names = Object.keys(figures) as (keyof Figures)[];
    const asked = names.map(async (name) => [name, await inTime<unknown>(figures[name], timeoutMs)] as const);
    const [process, ...answers] = await Promise.all([gauge.report(ready), ...asked]);
    const known = Object.fromEntries(answers.filter(([, value]) => value !== undefined)) as Figures;
    return { status: 200, body: { process, ...known } };
  });
}

async function inTime<T>(ask: (() => Promise<T>) | undefined, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined);
  });
  const asked = ask ? ask().catch(() => undefined) : Promise.resolve(undefined);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
