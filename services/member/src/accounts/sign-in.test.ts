import { describe, expect, it } from '@jest/globals';
import { type FakeMember, fakeMember } from '../member.fakes.ts';
import { signIn } from './sign-in.ts';

const audit = (personId: string) => ({ id: `signed-in-${personId}`, type: 'audit', at: 1, payload: {} });
const attempt = ({ deps }: FakeMember, signInName: string, password: string, address = '10.0.0.1') =>
  signIn(deps, { signInName, password, address, audit });

async function withAccount() {
  const member = fakeMember();
  const value = { signInName: 'member1', passwordHash: 'hash of right', issuedAt: 1 };
  await member.stores.accounts.write([{ id: 'person-1', value, replaces: 0 }]);
  return member;
}

describe('signing in', () => {
  it('answers who it is, notes the first use and leaves an audit record in the same write', async () => {
    const member = await withAccount();
    expect(await attempt(member, 'member1', 'right')).toEqual({ ok: true, value: { personId: 'person-1' } });
    expect((await member.stores.accounts.byIds(['person-1']))[0]?.value.usedAt).toBe(Date.parse('2026-11-01T00:00:00Z'));
    expect(member.stores.accounts.pending().map(({ id }) => id)).toEqual(['signed-in-person-1']);
  });

  it('answers the same to a wrong password and to an unknown name, after as much work', async () => {
    const member = await withAccount();
    const wrong = await attempt(member, 'member1', 'wrong');
    const unknown = await attempt(member, 'nobody', 'wrong');
    expect(wrong).toEqual({ ok: false, refusal: { code: 'wrong-credentials' } });
    expect(unknown).toEqual(wrong);
    expect(member.deps.passwords).toMatchObject({ verified: 2 });
  });

  it('lets nobody try a sixth time within a quarter of an hour, not even with the right password', async () => {
    const member = await withAccount();
    for (let n = 0; n < 5; n += 1) await attempt(member, 'member1', 'wrong');
    const sixth = await attempt(member, 'member1', 'right');
    expect(sixth).toEqual({ ok: false, refusal: { code: 'too-many-attempts', retryAfterSeconds: 900 } });
    member.realNow.value += 15 * 60_000;
    expect((await attempt(member, 'member1', 'right')).ok).toBe(true);
  });

  it('does not look at a password at all once the limit is reached', async () => {
    const member = await withAccount();
    await Promise.all(Array.from({ length: 100 }, () => attempt(member, 'member1', 'wrong')));
    expect(member.deps.passwords).toMatchObject({ verified: 5 });
  });

  it('stops an address that tries thirty names', async () => {
    const member = await withAccount();
    for (let n = 0; n < 30; n += 1) await attempt(member, `name${n}`, 'wrong');
    expect(await attempt(member, 'member1', 'right')).toMatchObject({ refusal: { code: 'too-many-attempts' } });
    expect((await attempt(member, 'member1', 'right', '10.0.0.2')).ok).toBe(true);
  });

  it('begins to count anew after a success', async () => {
    const member = await withAccount();
    for (let n = 0; n < 4; n += 1) await attempt(member, 'member1', 'wrong');
    await attempt(member, 'member1', 'right');
    for (let n = 0; n < 4; n += 1) await attempt(member, 'member1', 'wrong');
    expect((await attempt(member, 'member1', 'right')).ok).toBe(true);
  });
});
