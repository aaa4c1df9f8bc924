import { actorOf, may } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { KeptOrganisation, OrganisationStore } from './organisation.store.ts';

/** The supervising committees at or below an organisation for which the caller holds a post. */
export async function listCommittees(
  organisations: Pick<OrganisationStore, 'committees'>,
  { caller, at }: { caller: Caller; at: number },
): Promise<KeptOrganisation[]> {
  const committees = await organisations.committees();
  return committees.filter(({ value }) => may(actorOf(caller), 'organisation:read', { organisation: value.path }, at) === 'allowed');
}
