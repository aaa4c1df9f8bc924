import { type EvaluationSheet, settingsEndpoints } from '@jifen/contracts';
import { actorOf, localDateOf, may, nextPeriod, periodOf } from '@jifen/domain';
import { type Caller, implement, type Route } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import { toProblem } from '../problems.ts';
import type { EvaluationStore } from './county-evaluation.ts';
import { enterEvaluation, keptIn } from './enter-evaluation.ts';

export type EvaluationRouteDeps = { evaluations: EvaluationStore; afterWrite: () => void };

export const evaluationRoutes = ({ evaluations, afterWrite }: EvaluationRouteDeps): Route[] => [
  implement(settingsEndpoints.evaluation, async ({ caller, now }) => {
    return { status: 200, body: sheetOf(await keptIn(evaluations), caller, now()) };
  }),
  implement(settingsEndpoints.enterEvaluation, async ({ body, caller, now, audit }) => {
    const organisation = countyOf(caller);
    const at = now();
    if (may(actorOf(caller), 'settings:edit', { organisation }, at) !== 'allowed') return toProblem({ code: 'forbidden' });
    const entry = audit.pending({ target: 'evaluation', organisation, details: { ...body } });
    const entered = await enterEvaluation(evaluations, { entry: body, now: at, audit: entry });
    if (!entered.ok) return toProblem(entered.refusal);
    afterWrite();
    return { status: 200, body: sheetOf(entered.value, caller, at) };
  }),
];

function sheetOf({ version, value }: Awaited<ReturnType<typeof keptIn>>, caller: Caller, at: number): EvaluationSheet {
  const mayEdit = may(actorOf(caller), 'settings:edit', { organisation: countyOf(caller) }, at) === 'allowed';
  return { version, versions: value.versions, earliest: nextPeriod(periodOf(localDateOf(at))), mayEdit };
}
