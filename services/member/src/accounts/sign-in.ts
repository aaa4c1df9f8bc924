import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import type { AccountStore } from './account.store.ts';
import type { AttemptStore } from './attempt.store.ts';
import type { Passwords } from './password.ts';

export type SignInRefusal = { code: 'wrong-credentials' } | { code: 'too-many-attempts'; retryAfterSeconds: number };

export type SignInDeps = {
  accounts: AccountStore;
  attempts: AttemptStore;
  passwords: Passwords;
  /** Verified when nobody has the name, so that the answer takes as long. */
  decoyHash: string;
  realNow: () => number;
};

export type SignInInput = { signInName: string; password: string; address: string; audit: (personId: string) => PendingEvent };

const windowMs = 15 * 60_000;
const limits = { account: 5, address: 30 };

/** Attempts are counted before the password is looked at, so that many at the same time do not slip through. */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<Result<{ personId: string }, SignInRefusal>> {
  const keys = { account: `account/${input.signInName}`, address: `address/${input.address}` };
  const wait = await waitFor(deps, keys);
  if (wait > 0) return refuse({ code: 'too-many-attempts', retryAfterSeconds: wait });
  const account = await deps.accounts.bySignInName(input.signInName);
  const right = await deps.passwords.verify(account?.value.passwordHash ?? deps.decoyHash, input.password);
  if (!account || !right) return refuse({ code: 'wrong-credentials' });
  await deps.attempts.forget(keys.account);
  await deps.attempts.giveBack(keys.address);
  await noteUse(deps, account.id, input.audit(account.id));
  return ok({ personId: account.id });
}

async function waitFor({ attempts, realNow }: SignInDeps, keys: Record<'account' | 'address', string>): Promise<number> {
  const at = realNow();
  const account = await attempts.count(keys.account, at, windowMs);
  const address = await attempts.count(keys.address, at, windowMs);
  const ends = [account.count > limits.account ? account.endsAt : 0, address.count > limits.address ? address.endsAt : 0];
  return Math.ceil(Math.max(0, Math.max(...ends) - at) / 1000);
}

function noteUse({ accounts, realNow }: SignInDeps, personId: string, event: PendingEvent): Promise<void> {
  return decideAgainOnConflict(async () => {
    const [kept] = await accounts.byIds([personId]);
    if (!kept) return;
    const value = { ...kept.value, usedAt: kept.value.usedAt ?? realNow() };
    await accounts.write([{ id: personId, value, replaces: kept.version, events: [event] }]);
  });
}
