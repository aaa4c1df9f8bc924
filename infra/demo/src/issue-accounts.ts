import { issueAccountsAnswer } from '@jifen/contracts';
import { insist, type World } from './world.ts';

export type IssuedAccount = { personId: string; signInName: string; password: string };

/** Each takes a moment, because password hashing is slow on purpose. */
const atOnce = 20;

/** Passwords for people who sign in; they are shown once. */
export async function issueAccounts(world: World, personIds: readonly string[]): Promise<IssuedAccount[]> {
  const issued: IssuedAccount[] = [];
  for (let start = 0; start < personIds.length; start += atOnce) {
    const body = { personIds: personIds.slice(start, start + atOnce) };
    const request = { method: 'post', path: '/internal/accounts', body, response: issueAccountsAnswer, repeatable: true } as const;
    issued.push(...(await insist(world, world.member, request)).accounts);
  }
  return issued;
}
