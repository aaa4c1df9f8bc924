import { type Action, actorOf, may, ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { KeptOrganisation, OrganisationStore } from './organisation.store.ts';

export type BranchRefusal = { code: 'forbidden' } | { code: 'unknown-branch'; branchId: string };
type Asked = { branchId: string; action: Action; caller: Caller; at: number };

/** The branch, if the caller may do this to it; one out of their sight is answered like one that does not exist. */
export async function findBranch(
  organisations: OrganisationStore,
  { branchId, action, caller, at }: Asked,
): Promise<Result<KeptOrganisation, BranchRefusal>> {
  const [branch] = await organisations.byIds([branchId]);
  if (branch?.value.kind !== 'branch') return refuse({ code: 'unknown-branch', branchId });
  const permission = may(actorOf(caller), action, { organisation: branch.value.path }, at);
  if (permission === 'invisible') return refuse({ code: 'unknown-branch', branchId });
  return permission === 'allowed' ? ok(branch) : refuse({ code: 'forbidden' });
}
