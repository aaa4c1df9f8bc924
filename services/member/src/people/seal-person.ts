import { createHmac } from 'node:crypto';
import type { ImportRequest } from '@jifen/contracts';
import { blindIndex, type FieldCipher } from '@jifen/service-kit';
import { type KeptPerson, type PersonState, type SealedField, sealedFields } from './person.store.ts';

type ImportedPerson = ImportRequest['people'][number];

export type Seals = { cipher: FieldCipher; indexKey: Uint8Array };

const contextOf = (field: SealedField, personId: string) => `people/${field}/${personId}`;

export function fingerprintOf({ indexKey }: Seals, person: ImportedPerson): string {
  return createHmac('sha256', indexKey).update(JSON.stringify(person)).digest('base64url');
}

/** What is stored of an imported person: nothing in clear that could reach them or name their number. */
export function sealPerson(seals: Seals, person: ImportedPerson): PersonState {
  const { personId, identityNumber, telephone, email, ...open } = person;
  const state: PersonState = { name: open.name, nameKey: open.nameKey, fingerprint: fingerprintOf(seals, person) };
  if (open.signInName !== undefined) state.signInName = open.signInName;
  if (open.membership !== undefined) state.membership = open.membership;
  const clear = { identityNumber, telephone, email };
  for (const field of sealedFields) {
    const value = clear[field];
    if (value !== undefined) state[field] = seals.cipher.encrypt(value, contextOf(field, personId));
  }
  if (identityNumber !== undefined) state.identityIndex = blindIndex(seals.indexKey, identityNumber);
  return state;
}

export function openField({ cipher }: Seals, person: KeptPerson, field: SealedField): string | undefined {
  const envelope = person.value[field];
  return envelope === undefined ? undefined : cipher.decrypt(envelope, contextOf(field, person.id));
}

/** 138****1234: the first three and the last four. */
export function maskTelephone(telephone: string): string {
  return `${telephone.slice(0, 3)}****${telephone.slice(-4)}`;
}
