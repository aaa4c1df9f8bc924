import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { PersonStore } from '../people/person.store.ts';
import type { AccountStore } from './account.store.ts';
import type { Passwords } from './password.ts';

export type IssueRefusal =
  | { code: 'unknown-person'; personId: string }
  | { code: 'no-sign-in-name'; personId: string }
  | { code: 'account-in-use'; personId: string };

export type IssueDeps = { people: PersonStore; accounts: AccountStore; passwords: Passwords; realNow: () => number };
export type IssuedAccount = { personId: string; signInName: string; password: string };
type IssueInput = { personIds: readonly string[]; audit: (personId: string) => PendingEvent };

/** A password is told once. It is issued anew only while nobody has signed in with it. */
export async function issueAccounts(deps: IssueDeps, { personIds, audit }: IssueInput): Promise<Result<IssuedAccount[], IssueRefusal>> {
  const wanted = [...new Set(personIds)];
  const people = new Map((await deps.people.byIds(wanted)).map((person) => [person.id, person]));
  const accounts = new Map((await deps.accounts.byIds(wanted)).map((account) => [account.id, account]));
  const issued: IssuedAccount[] = [];
  for (const personId of wanted) {
    const person = people.get(personId);
    if (!person) return refuse({ code: 'unknown-person', personId });
    if (person.value.signInName === undefined) return refuse({ code: 'no-sign-in-name', personId });
    if (accounts.get(personId)?.value.usedAt !== undefined) return refuse({ code: 'account-in-use', personId });
    issued.push({ personId, signInName: person.value.signInName, password: deps.passwords.generate() });
  }
  const writes = issued.map(async ({ personId, signInName, password }) => ({
    id: personId,
    value: { signInName, passwordHash: await deps.passwords.hash(password), issuedAt: deps.realNow() },
    replaces: accounts.get(personId)?.version ?? 0,
    events: [audit(personId)],
  }));
  await deps.accounts.write(await Promise.all(writes));
  return ok(issued);
}
