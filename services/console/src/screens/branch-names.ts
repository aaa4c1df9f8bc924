import { memberTools } from '@jifen/contracts';
import { ask } from '@jifen/service-kit';
import type { Asker, Upstreams } from '../upstream/upstreams.ts';

export type Branch = { branchId: string; name: string; path: string };

/** A branch as member shows it to the person who asks; `undefined` when it is invisible to them. */
export async function findBranch({ member }: Upstreams, branchId: string, asker: Asker): Promise<Branch | undefined> {
  const found = await ask(member, memberTools.branch, { params: { branchId }, ...asker });
  return found.ok ? found.value : undefined;
}

/** Names by id, each branch asked for once. */
export async function branchNames(upstreams: Upstreams, branchIds: readonly string[], asker: Asker): Promise<Map<string, string>> {
  const found = await Promise.all([...new Set(branchIds)].map((branchId) => findBranch(upstreams, branchId, asker)));
  return new Map(found.filter((branch) => branch !== undefined).map(({ branchId, name }) => [branchId, name]));
}
