import { issueAccountsAnswer, issueAccountsRequest, signInAnswer, signInRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type IssueDeps, issueAccounts } from './issue-accounts.ts';
import { type SignInDeps, signIn } from './sign-in.ts';

export function signInRoutes(deps: SignInDeps & { afterWrite: () => void }): Route[] {
  return [
    route({
      method: 'post',
      path: '/internal/sign-in',
      summary: 'Whether name and password belong together.',
      permission: { kind: 'service', services: ['console'] },
      audit: 'signed-in',
      request: { body: signInRequest },
      response: signInAnswer,
      async handler({ body, audit }) {
        const pending = (personId: string) => audit.pending({ target: `person/${personId}`, details: { address: body.address } });
        const signedIn = await signIn(deps, { ...body, audit: pending });
        if (signedIn.ok) {
          deps.afterWrite();
          return { status: 200, body: signedIn.value };
        }
        await audit.record({ target: 'account', details: { refused: signedIn.refusal.code, address: body.address } });
        return toProblem(signedIn.refusal);
      },
    }),
  ];
}

export function issueAccountRoutes(deps: IssueDeps & { afterWrite: () => void }): Route[] {
  return [
    route({
      method: 'post',
      path: '/internal/accounts',
      summary: 'Passwords for people, told once.',
      permission: { kind: 'service', services: ['seed'] },
      audit: 'account-issued',
      request: { body: issueAccountsRequest },
      response: issueAccountsAnswer,
      async handler({ body: { personIds }, audit }) {
        const pending = (personId: string) => audit.pending({ target: `person/${personId}` });
        const issued = await issueAccounts(deps, { personIds, audit: pending });
        if (!issued.ok) return toProblem(issued.refusal);
        deps.afterWrite();
        return { status: 200, body: { accounts: issued.value } };
      },
    }),
  ];
}
