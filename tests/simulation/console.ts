import { createHttpClient, type HttpClient } from '@jifen/service-kit';
import type { IssuedAccount } from '../../infra/demo/src/issue-accounts.ts';

/** A person's session at the console. */
export type SignedIn = (personId: string) => HttpClient;

type Account = Pick<IssuedAccount, 'signInName' | 'password'>;

const timeoutMs = 20_000;

/** People at the console: each signs in when first needed, and again when the session has ended. */
export function peopleAt(consoleUrl: string, accounts: readonly IssuedAccount[]): SignedIn {
  const accountOf = new Map(accounts.map((account) => [account.personId, account]));
  const known = new Map<string, HttpClient>();
  return (personId) => {
    const account = accountOf.get(personId);
    if (!account) throw new Error(`${personId} has no account`);
    const client = known.get(personId) ?? personAt(consoleUrl, account);
    known.set(personId, client);
    return client;
  };
}

function personAt(consoleUrl: string, account: Account): HttpClient {
  let session: Promise<HttpClient> | undefined;
  const signedIn = () => {
    session ??= signIn(consoleUrl, account).catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return session;
  };
  return {
    async request(request) {
      const current = signedIn();
      const answer = await (await current).request(request);
      if (answer.ok || answer.refusal.status !== 401) return answer;
      if (session === current) session = undefined;
      return (await signedIn()).request(request);
    },
  };
}

/** A change has the headers of the web client: its origin, and the header that no foreign page can send. */
const fromOurPage = (consoleUrl: string) => ({ origin: consoleUrl, 'x-jifen': '1' });

async function signIn(consoleUrl: string, { signInName, password }: Account): Promise<HttpClient> {
  const answer = await fetch(`${consoleUrl}/api/session`, {
    method: 'POST',
    headers: { ...fromOurPage(consoleUrl), 'content-type': 'application/json' },
    body: JSON.stringify({ signInName, password }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  const text = await answer.text();
  if (answer.status !== 204 || !cookie) throw new Error(`${signInName} cannot sign in: ${answer.status} ${text}`);
  return createHttpClient({ baseUrl: `${consoleUrl}/api`, timeoutMs, headers: { ...fromOurPage(consoleUrl), cookie } });
}
