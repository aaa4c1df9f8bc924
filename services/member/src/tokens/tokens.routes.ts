import { memberInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { issueToken, type TokenDeps } from './issue-token.ts';

/** Public to the route table: whoever asks proves themselves by their secret, for they have no token yet. */
export function tokenRoutes(deps: TokenDeps): Route[] {
  return [
    implement(memberInternals.token, async ({ headers, body: { personId }, now, audit }) => {
      const service = headers['x-service'];
      const issued = await issueToken(deps, { service, secret: headers['x-service-secret'], personId, at: now() });
      if (issued.ok) return { status: 200, body: issued.value };
      if (issued.refusal.code === 'wrong-service-secret')
        await audit.record({ target: 'token', details: { refused: issued.refusal.code } });
      return toProblem(issued.refusal);
    }),
  ];
}
