import { tokenAnswer, tokenRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { issueToken, type TokenDeps } from './issue-token.ts';

/** Public to the route table: whoever asks proves himself by his secret, for he has no token yet. */
export function tokenRoutes(deps: TokenDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/internal/tokens',
      summary: 'A token of at most 60 s for a service or the person it acts for.',
      permission: { kind: 'public' },
      audit: 'none-read',
      request: {
        headers: z.object({ 'x-service': z.string().max(40), 'x-service-secret': z.string().min(1).max(200) }),
        body: tokenRequest,
      },
      response: tokenAnswer,
      async handler({ headers, body: { personId }, now, audit }) {
        const service = headers['x-service'];
        const issued = await issueToken(deps, { service, secret: headers['x-service-secret'], personId, at: now() });
        if (issued.ok) return { status: 200, body: issued.value };
        if (issued.refusal.code === 'wrong-service-secret')
          await audit.record({ target: 'token', details: { refused: issued.refusal.code } });
        return toProblem(issued.refusal);
      },
    }),
  ];
}
