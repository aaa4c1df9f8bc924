import { scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { reconcileMonth } from './reconcile-month.ts';
import type { ReconcilePorts } from './reconcile-processes.ts';

export const monthProcessRoutes = (deps: ReconcilePorts): Route[] => [reconcile(deps)];

function reconcile(deps: ReconcilePorts): Route {
  return implement(scoringTools.reconcile, async ({ params, caller, now, audit }) => {
    const reconciled = await reconcileMonth(deps, { ...params, caller, now: now() });
    if (!reconciled.ok) return toProblem(reconciled.refusal);
    const { organisation, started } = reconciled.value;
    await audit.record({ target: `${params.branchId}/${params.period}`, organisation, details: { started } });
    return { status: 200, body: { started } };
  });
}
