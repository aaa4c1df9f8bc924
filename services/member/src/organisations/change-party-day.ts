import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { KeptOrganisation, OrganisationStore } from './organisation.store.ts';

export type PartyDayRefusal = { code: 'unknown-branch'; branchId: string };
type PartyDayInput = { branchId: string; partyDay: number; at: number; audit: PendingEvent };

/** A changed party day moves every open deadline of the branch; the same day again changes nothing. */
export function changePartyDay(
  organisations: OrganisationStore,
  { branchId, partyDay, at, audit }: PartyDayInput,
): Promise<Result<KeptOrganisation, PartyDayRefusal>> {
  const changed = { id: randomUUID(), type: 'deadlines-changed', at, payload: { branchId } };
  return decideAgainOnConflict(async () => {
    const [branch] = await organisations.byIds([branchId]);
    if (branch?.value.kind !== 'branch') return refuse({ code: 'unknown-branch', branchId });
    if (branch.value.partyDay === partyDay) return ok(branch);
    const value = { ...branch.value, partyDay };
    await organisations.write([{ id: branchId, value, replaces: branch.version, events: [audit, changed], cardDue: true }]);
    return ok({ ...branch, value, version: branch.version + 1 });
  });
}
