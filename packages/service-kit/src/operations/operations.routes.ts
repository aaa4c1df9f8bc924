import { type OperationsReport, operationsEndpoint } from '@jifen/contracts';
import { implement, type Route } from '../http/route.ts';
import { inTime } from '../process/in-time.ts';
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
    const asked = Object.entries(figures).map(async ([name, figure]) => [name, await inTime<unknown>(figure(), timeoutMs)] as const);
    const [process, ...answers] = await Promise.all([gauge.report(ready), ...asked]);
    const known = Object.fromEntries(answers.filter(([, value]) => value !== undefined)) as Figures;
    return { status: 200, body: { process, ...known } };
  });
}
