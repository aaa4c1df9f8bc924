import { branchCard, committeesAnswer, id } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { branchCardOf } from './branch-card.ts';
import { changePartyDay } from './change-party-day.ts';
import { findBranch } from './find-branch.ts';
import { listCommittees } from './list-committees.ts';
import type { KeptOrganisation, OrganisationStore } from './organisation.store.ts';

export type OrganisationRouteDeps = { organisations: OrganisationStore; realNow: () => number; afterWrite: () => void };

const params = z.strictObject({ branchId: id });

export function organisationRoutes({ organisations, realNow, afterWrite }: OrganisationRouteDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/committees',
      summary: 'The supervising committees in the scope of the caller.',
      permission: { kind: 'action', action: 'organisation:read' },
      audit: 'none-read',
      response: committeesAnswer,
      async handler({ caller, now }) {
        const found = await listCommittees(organisations, { caller, at: now() });
        return {
          status: 200,
          body: { committees: found.map(({ id: committee, value: { path, name } }) => ({ id: committee, path, name })) },
        };
      },
    }),
    route({
      method: 'get',
      path: '/branches/:branchId',
      summary: 'A branch with its posts.',
      permission: { kind: 'action', action: 'organisation:read' },
      audit: 'none-read',
      request: { params },
      response: branchCard,
      async handler({ params: { branchId }, caller, now }) {
        const branch = await findBranch(organisations, { branchId, action: 'organisation:read', caller, at: now() });
        return branch.ok ? replyWith(branch.value) : toProblem(branch.refusal);
      },
    }),
    route({
      method: 'put',
      path: '/branches/:branchId/party-day',
      summary: "Sets the day of the branch's meeting; every open deadline moves with it.",
      permission: { kind: 'action', action: 'organisation:edit' },
      audit: 'party-day-changed',
      request: { params, body: z.strictObject({ partyDay: z.int().min(1).max(28) }) },
      response: branchCard,
      async handler({ params: { branchId }, body: { partyDay }, caller, now, audit }) {
        const found = await findBranch(organisations, { branchId, action: 'organisation:edit', caller, at: now() });
        if (!found.ok) return toProblem(found.refusal);
        const entry = audit.pending({ target: `branch/${branchId}`, organisation: found.value.value.path, details: { partyDay } });
        const changed = await changePartyDay(organisations, { branchId, partyDay, at: realNow(), audit: entry });
        if (!changed.ok) return toProblem(changed.refusal);
        afterWrite();
        return replyWith(changed.value);
      },
    }),
  ];
}

function replyWith(branch: KeptOrganisation) {
  const body = branchCardOf(branch);
  return body ? { status: 200 as const, body } : toProblem({ code: 'unknown-branch', branchId: branch.id });
}
