import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueAccountsAnswer } from '@jifen/contracts';
import { createHttpClient, createServiceTokens } from '@jifen/service-kit';
import { systemAt } from './system.ts';

export type Account = { signInName: string; password: string };
type DemoAccount = Account & { post: string; name: string };
type Issued = Account & { personId: string };

const inDataDir = (file: string) => join(systemAt('JIFEN_DATA_DIR'), file);

/** One of the accounts that the first start prints, by the post it is printed with. */
export function demoAccount(post: string): DemoAccount {
  const { accounts } = JSON.parse(readFileSync(inDataDir('demo-accounts.json'), 'utf8')) as { accounts: DemoAccount[] };
  const account = accounts.find((one) => one.post === post);
  if (account) return account;
  throw new Error(`No demo account for ${post}; there are ${accounts.map((one) => one.post).join(', ')}`);
}

/** Gives further people of the demo county a password; it is shown once, so it is kept beside the others. */
export async function issuedAccount(personId: string): Promise<Account> {
  const file = inDataDir(`journey-account-${personId}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const issued = await issue(personId);
  writeFileSync(file, JSON.stringify(issued), { mode: 0o600 });
  return issued;
}

async function issue(personId: string): Promise<Issued> {
  const memberUrl = systemAt('MEMBER_URL');
  const secret = readFileSync(inDataDir('secrets/service-seed.key'), 'utf8').trim();
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret });
  const member = createHttpClient({ baseUrl: memberUrl, tokens, timeoutMs: 20_000 });
  const request = { method: 'post', path: '/internal/accounts', body: { personIds: [personId] }, response: issueAccountsAnswer } as const;
  const answer = await member.request(request);
  const account = answer.ok ? answer.value.accounts[0] : undefined;
  if (account) return account;
  throw new Error(`No account for ${personId}: ${JSON.stringify(answer)}`);
}
