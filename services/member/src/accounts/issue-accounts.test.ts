import { describe, expect, it } from '@jest/globals';
import { anImport, aPerson } from '../county.builders.ts';
import { fakeMember } from '../member.fakes.ts';
import { importCounty } from '../people/import-county.ts';
import { issueAccounts } from './issue-accounts.ts';
import { signIn } from './sign-in.ts';

const audit = (personId: string) => ({ id: `issued-${personId}`, type: 'audit', at: 1, payload: {} });

async function withPeople() {
  const member = fakeMember();
  const { signInName: _none, ...paper } = aPerson(3);
  await importCounty(member.deps, anImport({ people: [aPerson(1), aPerson(2), paper] }));
  return member;
}

describe('issuing accounts', () => {
  it('tells each password once and keeps its hash only', async () => {
    const { deps, stores } = await withPeople();
    const issued = await issueAccounts(deps, { personIds: ['person-1', 'person-2', 'person-1'], audit });
    expect(issued).toEqual({
      ok: true,
      value: [
        { personId: 'person-1', signInName: 'member1', password: 'password-1' },
        { personId: 'person-2', signInName: 'member2', password: 'password-2' },
      ],
    });
    expect((await stores.accounts.byIds(['person-2']))[0]?.value.passwordHash).toBe('hash of password-2');
    expect(stores.accounts.pending().map(({ id }) => id)).toEqual(['issued-person-1', 'issued-person-2']);
  });

  it('hashes a password for those who are issued one, and for nobody else of the county', async () => {
    const { deps, stores } = await withPeople();
    const everybody = ['person-1', 'person-2', 'person-3'];
    expect(await stores.accounts.byIds(everybody)).toEqual([]);
    const hashed: string[] = [];
    const hash = async (password: string) => `hash ${hashed.push(password)}`;
    await issueAccounts({ ...deps, passwords: { ...deps.passwords, hash } }, { personIds: ['person-2'], audit });
    expect(hashed).toEqual(['password-1']);
    expect((await stores.accounts.byIds(everybody)).map(({ id }) => id)).toEqual(['person-2']);
  });

  it('issues a new password while nobody has used the first, and none afterwards', async () => {
    const { deps } = await withPeople();
    await issueAccounts(deps, { personIds: ['person-1'], audit });
    expect(await issueAccounts(deps, { personIds: ['person-1'], audit })).toMatchObject({ value: [{ password: 'password-2' }] });
    await signIn(deps, { signInName: 'member1', password: 'password-2', address: '10.0.0.1', audit });
    expect(await issueAccounts(deps, { personIds: ['person-1'], audit })).toEqual({
      ok: false,
      refusal: { code: 'account-in-use', personId: 'person-1' },
    });
  });

  it('writes nothing when one of several people cannot have an account', async () => {
    const { deps, stores } = await withPeople();
    expect(await issueAccounts(deps, { personIds: ['person-1', 'person-3'], audit })).toMatchObject({
      refusal: { code: 'no-sign-in-name' },
    });
    expect(await issueAccounts(deps, { personIds: ['person-1', 'person-9'], audit })).toMatchObject({
      refusal: { code: 'unknown-person' },
    });
    expect(await stores.accounts.byIds(['person-1'])).toEqual([]);
  });
});
