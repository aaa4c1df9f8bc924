import { processIds } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { memberMonthInputOf, unsettledMembers } from './process-inputs.ts';
import { expectedOf, type ReconcilePorts, restart } from './reconcile-processes.ts';

export type ReconcileMonth = { branchId: string; period: string; caller: Caller; now: number };
export type ReconciledMonth = { organisation: string; started: string[] };

/** For a month of which somebody says that it stands still: its processes and those of its members, one by one. */
export async function reconcileMonth(
  ports: ReconcilePorts,
  { branchId, period, caller, now }: ReconcileMonth,
): Promise<Result<ReconciledMonth, AccessRefusal>> {
  const record = await ports.months.find(branchId, period);
  if (!record) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action: 'branch-month:open', organisation: record.path, at: now });
  if (!permission.ok) return permission;
  return ok({ organisation: record.path, started: record.stage === 'closed' ? [] : await restartAll(ports, record) });
}

/** A branch's process that is started anew brings its members' with it. */
async function restartAll(ports: ReconcilePorts, record: BranchMonthRecord): Promise<string[]> {
  const { branchId, period, state } = record;
  const members = unsettledMembers(state).map((memberId) => ({ memberId, workflowId: processIds.memberMonth(memberId, period) }));
  const asked = [...expectedOf(record), ...members.map(({ workflowId }) => workflowId)];
  const missing = new Set(await ports.processes.missing(asked));
  const started = await restart(ports, record, missing);
  if (started.includes(processIds.branchMonth(branchId, period))) return started;
  const clock = ports.clock.reading();
  for (const { memberId, workflowId } of members.filter((member) => missing.has(member.workflowId))) {
    const outcome = await ports.processes.startMemberMonth(memberMonthInputOf(record, memberId, clock));
    if (outcome === 'started') started.push(workflowId);
  }
  return started;
}
