import { actorOf, memberId as asMemberId, may, ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { OrganisationStore } from '../organisations/organisation.store.ts';
import type { PersonStore, SealedField } from './person.store.ts';
import { openField, type Seals } from './seal-person.ts';

export type UnmaskRefusal =
  | { code: 'forbidden' }
  | { code: 'unknown-member'; memberId: string }
  | { code: 'field-not-known'; memberId: string; field: SealedField };

export type UnmaskDeps = { organisations: OrganisationStore; people: PersonStore; seals: Seals };

export type UnmaskInput = {
  memberId: string;
  field: SealedField;
  caller: Caller;
  at: number;
  /** Written before anything is shown. */
  record: (organisation: string) => Promise<void>;
};

/** Shows one field of one member in clear, once the reason is on record. */
export async function unmaskField(
  { organisations, people, seals }: UnmaskDeps,
  { memberId, field, caller, at, record }: UnmaskInput,
): Promise<Result<{ value: string }, UnmaskRefusal>> {
  const person = await people.byMemberId(memberId);
  const [branch] = await organisations.byIds([person?.value.membership?.branchId ?? '']);
  if (!person || !branch) return refuse({ code: 'unknown-member', memberId });
  const permission = may(actorOf(caller), 'member:unmask', { organisation: branch.value.path, memberId: asMemberId(memberId) }, at);
  if (permission === 'invisible') return refuse({ code: 'unknown-member', memberId });
  if (permission === 'forbidden') return refuse({ code: 'forbidden' });
  const value = openField(seals, person, field);
  if (value === undefined) return refuse({ code: 'field-not-known', memberId, field });
  await record(branch.value.path);
  return ok({ value });
}
