import { memberInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { type IssueDeps, issueAccounts } from './issue-accounts.ts';
import { type SignInDeps, signIn } from './sign-in.ts';

export function signInRoutes(deps: SignInDeps & { afterWrite: () => void }): Route[] {
  return [
    implement(memberInternals.signIn, async ({ body, audit }) => {
      const pending = (personId: string) => audit.pending({ target: `person/${personId}`, details: { address: body.address } });
      const signedIn = await signIn(deps, { ...body, audit: pending });
      if (signedIn.ok) {
        deps.afterWrite();
        return { status: 200, body: signedIn.value };
      }
      await audit.record({ target: 'account', details: { refused: signedIn.refusal.code, address: body.address } });
      return toProblem(signedIn.refusal);
    }),
  ];
}

export function issueAccountRoutes(deps: IssueDeps & { afterWrite: () => void }): Route[] {
  return [
    implement(memberInternals.issueAccounts, async ({ body: { personIds }, audit }) => {
      const pending = (personId: string) => audit.pending({ target: `person/${personId}` });
      const issued = await issueAccounts(deps, { personIds, audit: pending });
      if (!issued.ok) return toProblem(issued.refusal);
      deps.afterWrite();
      return { status: 200, body: { accounts: issued.value } };
    }),
  ];
}
