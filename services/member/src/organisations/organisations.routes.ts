import { memberTools, peopleEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { branchCardOf } from './branch-card.ts';
import { changePartyDay } from './change-party-day.ts';
import { findBranch } from './find-branch.ts';
import { listCommittees } from './list-committees.ts';
import type { KeptOrganisation, OrganisationStore } from './organisation.store.ts';

export type OrganisationRouteDeps = { organisations: OrganisationStore; realNow: () => number; afterWrite: () => void };

export function organisationRoutes({ organisations, realNow, afterWrite }: OrganisationRouteDeps): Route[] {
  return [
    implement(peopleEndpoints.committees, async ({ caller, now }) => {
      const found = await listCommittees(organisations, { caller, at: now() });
      return {
        status: 200,
        body: { committees: found.map(({ id: committee, value: { path, name } }) => ({ id: committee, path, name })) },
      };
    }),
    implement(memberTools.branch, async ({ params: { branchId }, caller, now }) => {
      const branch = await findBranch(organisations, { branchId, action: 'organisation:read', caller, at: now() });
      return branch.ok ? replyWith(branch.value) : toProblem(branch.refusal);
    }),
    implement(memberTools.changePartyDay, async ({ params: { branchId }, body: { partyDay }, caller, now, audit }) => {
      const found = await findBranch(organisations, { branchId, action: 'organisation:edit', caller, at: now() });
      if (!found.ok) return toProblem(found.refusal);
      const entry = audit.pending({ target: `branch/${branchId}`, organisation: found.value.value.path, details: { partyDay } });
      const changed = await changePartyDay(organisations, { branchId, partyDay, at: realNow(), audit: entry });
      if (!changed.ok) return toProblem(changed.refusal);
      afterWrite();
      return replyWith(changed.value);
    }),
  ];
}

function replyWith(branch: KeptOrganisation) {
  const body = branchCardOf(branch);
  return body ? { status: 200 as const, body } : toProblem({ code: 'unknown-branch', branchId: branch.id });
}
