import { ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import type { Act, ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';

export type ReadPorts = { months: Pick<BranchMonthStore, 'find'>; acts: Pick<ActStore, 'find'> };
export type ReadDecision = { branchId: string; period: string; actId: string; caller: Caller; now: number };

/** One's own act; another's only for those who see the branch's applications too. */
export async function readDecision(
  { months, acts }: ReadPorts,
  { branchId, period, actId, caller, now }: ReadDecision,
): Promise<Result<Act, AccessRefusal>> {
  const record = await months.find(branchId, period);
  const act = await acts.find(actId);
  if (!record || act?.branchId !== branchId || act.period !== period) return refuse({ code: 'not-found' });
  const action = act.by.personId === caller.personId ? 'branch-month:read' : 'application:read';
  const permission = permitted({ caller, action, organisation: record.path, at: now });
  return permission.ok ? ok(act) : permission;
}
