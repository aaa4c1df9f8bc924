import { id, period, reconciledAnswer } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { reconcileMonth } from './reconcile-month.ts';
import type { ReconcilePorts } from './reconcile-processes.ts';

export const monthProcessRoutes = (deps: ReconcilePorts): Route[] => [reconcile(deps)];

function reconcile(deps: ReconcilePorts): Route {
  return route({
    method: 'post',
    path: '/branch-months/:branchId/:period/processes',
    summary: 'Starts what is missing of the processes of an open month, its members included, from its record. May be repeated.',
    permission: { kind: 'action', action: 'branch-month:open' },
    audit: 'processes-reconciled',
    request: { params: z.strictObject({ branchId: id, period }) },
    response: reconciledAnswer,
    async handler({ params, caller, now, audit }) {
      const reconciled = await reconcileMonth(deps, { ...params, caller, now: now() });
      if (!reconciled.ok) return toProblem(reconciled.refusal);
      const { organisation, started } = reconciled.value;
      await audit.record({ target: `${params.branchId}/${params.period}`, organisation, details: { started } });
      return { status: 200, body: { started } };
    },
  });
}
