import { extension, extensionsAnswer, id, period, personalExtension, personalExtensionsAnswer } from '@jifen/contracts';
import { actorOf, may } from '@jifen/domain';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { countyOf } from '../access/organisation-paths.ts';
import type { DeadlinesDeps } from '../deadlines/compute-deadlines.ts';
import { findBranch } from '../organisations/find-branch.ts';
import type { PersonStore } from '../people/person.store.ts';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { extendDeadline } from './extend-deadline.ts';
import { extendForMember } from './extend-for-member.ts';

export type ExtensionRouteDeps = DeadlinesDeps & { people: PersonStore; realNow: () => number; afterWrite: () => void };

export const extensionRoutes = (deps: ExtensionRouteDeps): Route[] => [extendBranch(deps), extendMember(deps), extendAll(deps)];

function extendBranch(deps: ExtensionRouteDeps): Route {
  return route({
    method: 'put',
    path: '/branches/:branchId/extensions/:period',
    summary: "Gives a step of a branch's month a later last day; its open deadlines are computed again.",
    permission: { kind: 'action', action: 'deadline:extend' },
    audit: 'deadline-extended',
    request: { params: z.strictObject({ branchId: id, period }), body: extension },
    response: extensionsAnswer,
    async handler({ params, body, caller, now, audit }) {
      const { branchId } = params;
      const found = await findBranch(deps.organisations, { branchId, action: 'deadline:extend', caller, at: now() });
      if (!found.ok) return toProblem(found.refusal);
      const details = { period: params.period, ...body };
      const entry = audit.pending({ target: `branch/${branchId}`, organisation: found.value.value.path, details });
      const extended = await extendDeadline(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
      if (!extended.ok) return toProblem(extended.refusal);
      deps.afterWrite();
      return { status: 200, body: extended.value };
    },
  });
}

function extendMember(deps: ExtensionRouteDeps): Route {
  return route({
    method: 'put',
    path: '/branches/:branchId/extensions/:period/members/:memberId',
    summary: 'Gives one member of a branch a later last day to apply, at most the registration’s.',
    permission: { kind: 'action', action: 'deadline:extend-for-member' },
    audit: 'deadline-extended-for-member',
    request: { params: z.strictObject({ branchId: id, period, memberId: id }), body: personalExtension },
    response: personalExtensionsAnswer,
    async handler({ params, body, caller, now, audit }) {
      const { branchId, period: month, memberId } = params;
      const found = await findBranch(deps.organisations, { branchId, action: 'deadline:extend-for-member', caller, at: now() });
      if (!found.ok) return toProblem(found.refusal);
      const entry = audit.pending({
        target: `member/${memberId}`,
        organisation: found.value.value.path,
        details: { period: month, ...body },
      });
      const extended = await extendForMember(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
      if (!extended.ok) return toProblem(extended.refusal);
      deps.afterWrite();
      return { status: 200, body: extended.value };
    },
  });
}

function extendAll(deps: ExtensionRouteDeps): Route {
  return route({
    method: 'put',
    path: '/extensions/:period',
    summary: 'Gives a step of the month of every branch a later last day; all open deadlines are computed again.',
    permission: { kind: 'action', action: 'deadline:extend-for-all' },
    audit: 'deadline-extended',
    request: { params: z.strictObject({ period }), body: extension },
    response: extensionsAnswer,
    async handler({ params, body, caller, now, audit }) {
      const organisation = countyOf(caller);
      if (may(actorOf(caller), 'deadline:extend-for-all', { organisation }, now()) !== 'allowed') return toProblem({ code: 'forbidden' });
      const entry = audit.pending({ target: `extensions/${params.period}`, organisation, details: body });
      const extended = await extendDeadline(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
      if (!extended.ok) return toProblem(extended.refusal);
      deps.afterWrite();
      return { status: 200, body: extended.value };
    },
  });
}
