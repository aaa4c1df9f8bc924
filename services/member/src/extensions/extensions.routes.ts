import { extensionEndpoints } from '@jifen/contracts';
import { actorOf, may, type Result } from '@jifen/domain';
import { implement, type Route } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import type { DeadlinesDeps } from '../deadlines/compute-deadlines.ts';
import { findBranch } from '../organisations/find-branch.ts';
import type { PersonStore } from '../people/person.store.ts';
import { toProblem } from '../problems.ts';
import { extendDeadline } from './extend-deadline.ts';
import { extendForMember, type PersonalExtensionRefusal } from './extend-for-member.ts';

export type ExtensionRouteDeps = DeadlinesDeps & { people: PersonStore; realNow: () => number; afterWrite: () => void };

export const extensionRoutes = (deps: ExtensionRouteDeps): Route[] => [
  implement(extensionEndpoints.forBranch, async ({ params, body, caller, now, audit }) => {
    const { branchId } = params;
    const found = await findBranch(deps.organisations, { branchId, action: 'deadline:extend', caller, at: now() });
    if (!found.ok) return toProblem(found.refusal);
    const details = { period: params.period, ...body };
    const entry = audit.pending({ target: `branch/${branchId}`, organisation: found.value.value.path, details });
    const extended = await extendDeadline(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
    return replyTo(deps, extended);
  }),
  implement(extensionEndpoints.forMember, async ({ params, body, caller, now, audit }) => {
    const { branchId, memberId } = params;
    const found = await findBranch(deps.organisations, { branchId, action: 'deadline:extend-for-member', caller, at: now() });
    if (!found.ok) return toProblem(found.refusal);
    const details = { period: params.period, ...body };
    const entry = audit.pending({ target: `member/${memberId}`, organisation: found.value.value.path, details });
    const extended = await extendForMember(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
    return replyTo(deps, extended);
  }),
  implement(extensionEndpoints.forAll, async ({ params, body, caller, now, audit }) => {
    const organisation = countyOf(caller);
    if (may(actorOf(caller), 'deadline:extend-for-all', { organisation }, now()) !== 'allowed') return toProblem({ code: 'forbidden' });
    const entry = audit.pending({ target: `extensions/${params.period}`, organisation, details: body });
    const extended = await extendDeadline(deps, { month: params, given: body, now: now(), at: deps.realNow(), audit: entry });
    return replyTo(deps, extended);
  }),
];

function replyTo<Extended>({ afterWrite }: ExtensionRouteDeps, extended: Result<Extended, PersonalExtensionRefusal>) {
  if (!extended.ok) return toProblem(extended.refusal);
  afterWrite();
  return { status: 200 as const, body: extended.value };
}
