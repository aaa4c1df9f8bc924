import { operationsScreen } from '@jifen/contracts';
import { problem, type Route } from '@jifen/service-kit';
import { route } from '../route.ts';
import { refusalReply } from '../upstream/pass-on.ts';
import { type ReadOperations, readOperations } from './read-operations.ts';

export type OperationsDeps = ReadOperations;

/** For so long somebody is known to be allowed while nobody is there who could say so. */
const rememberedMs = 15 * 60_000;

/** 运行状况: each service decides for itself whether he who asks may read it. */
export function operationsRoutes(deps: OperationsDeps): Route[] {
  const grantedAt = new Map<string, number>();
  const isRemembered = (personId: string) => deps.realNow() - (grantedAt.get(personId) ?? Number.NEGATIVE_INFINITY) < rememberedMs;
  return [
    route({
      method: 'get',
      path: '/api/operations',
      summary: 'How every process is doing, what needs an act first.',
      permission: { kind: 'action', action: 'console:ask' },
      audit: 'none-read',
      response: operationsScreen,
      routine: true,
      async handler({ caller: { personId = '' }, requestId }) {
        const read = await readOperations(deps, { actingFor: personId, requestId });
        if (read.permission === 'refused') {
          grantedAt.delete(personId);
          return refusalReply(read.refusal);
        }
        if (read.permission === 'granted') grantedAt.set(personId, deps.realNow());
        else if (!isRemembered(personId)) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
        return { status: 200, body: read.screen };
      },
    }),
  ];
}
