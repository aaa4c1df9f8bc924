import { memberInternals, ownEndpoints, peopleEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { branchCardOf } from '../organisations/branch-card.ts';
import { findBranch } from '../organisations/find-branch.ts';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import { toProblem } from '../problems.ts';
import { postsOf } from './caller-of.ts';
import { changePostHolder } from './change-post-holder.ts';
import { changeStanding } from './change-standing.ts';
import { listContacts } from './list-contacts.ts';
import { memberRowOf } from './member-card.ts';
import type { PersonStore } from './person.store.ts';
import type { Seals } from './seal-person.ts';
import { unmaskField } from './unmask-field.ts';

export type PeopleRouteDeps = { organisations: OrganisationStore; people: PersonStore; seals: Seals; afterWrite: () => void };

export const peopleRoutes = (deps: PeopleRouteDeps): Route[] => [
  me(deps),
  members(deps),
  standing(deps),
  posts(deps),
  unmask(deps),
  contacts(deps),
];

function me(deps: PeopleRouteDeps): Route {
  return implement(ownEndpoints.me, async ({ caller: { personId = '' }, now }) => {
    const [person] = await deps.people.byIds([personId]);
    if (!person) return toProblem({ code: 'unknown-person', personId });
    const { name, membership } = person.value;
    return { status: 200, body: { personId, name, memberId: membership?.memberId, posts: await postsOf(deps, person, now()) } };
  });
}

function members({ organisations, people, seals }: PeopleRouteDeps): Route {
  return implement(peopleEndpoints.members, async ({ params: { branchId }, caller, now }) => {
    const found = await findBranch(organisations, { branchId, action: 'member:read', caller, at: now() });
    if (!found.ok) return toProblem(found.refusal);
    const branch = branchCardOf(found.value);
    if (!branch) return toProblem({ code: 'unknown-branch', branchId });
    const ofBranch = await people.ofBranch(branchId);
    return { status: 200, body: { branch, members: ofBranch.flatMap((person) => memberRowOf(seals, person)) } };
  });
}

function standing(deps: PeopleRouteDeps): Route {
  return implement(peopleEndpoints.changeStanding, async ({ params: { memberId }, body, caller, now, audit }) => {
    const person = await deps.people.byMemberId(memberId);
    const branchId = person?.value.membership?.branchId ?? '';
    const branch = await findBranch(deps.organisations, { branchId, action: 'member:edit', caller, at: now() });
    if (!branch.ok) return toProblem(branch.refusal.code === 'unknown-branch' ? { code: 'unknown-member', memberId } : branch.refusal);
    const entry = audit.pending({ target: `member/${memberId}`, organisation: branch.value.value.path, details: { ...body } });
    const by = caller.personId ?? caller.service;
    const changed = await changeStanding(deps, { memberId, change: body, by, now: now(), audit: entry });
    if (!changed.ok) return toProblem(changed.refusal);
    deps.afterWrite();
    const { standing: kept = 'full', active = false, left } = changed.value.membership ?? {};
    return { status: 200, body: { memberId, standing: kept, active, left } };
  });
}

function posts(deps: PeopleRouteDeps): Route {
  return implement(peopleEndpoints.changePost, async ({ params: { branchId }, body, caller, now, audit }) => {
    const branch = await findBranch(deps.organisations, { branchId, action: 'member:edit', caller, at: now() });
    if (!branch.ok) return toProblem(branch.refusal);
    const entry = audit.pending({ target: `branch/${branchId}`, organisation: branch.value.value.path, details: { ...body } });
    const by = caller.personId ?? caller.service;
    const changed = await changePostHolder(deps, { branchId, change: body, by, now: now(), audit: entry });
    if (!changed.ok) return toProblem(changed.refusal);
    deps.afterWrite();
    const card = branchCardOf(changed.value);
    return card ? { status: 200, body: card } : toProblem({ code: 'unknown-branch', branchId });
  });
}

function unmask(deps: PeopleRouteDeps): Route {
  return implement(peopleEndpoints.unmask, async ({ params: { memberId }, body: { field, reason }, caller, now, audit }) => {
    const record = (organisation: string) => audit.record({ target: `member/${memberId}`, organisation, details: { field, reason } });
    const shown = await unmaskField(deps, { memberId, field, caller, at: now(), record });
    return shown.ok ? { status: 200, body: shown.value } : toProblem(shown.refusal);
  });
}

function contacts(deps: PeopleRouteDeps): Route {
  return implement(memberInternals.contacts, async ({ body: { personIds }, audit }) => {
    const found = await listContacts(deps, personIds);
    await audit.record({ target: 'contacts', details: { people: found.length } });
    return { status: 200, body: { contacts: found } };
  });
}
