import { screenEndpoints } from '@jifen/contracts';
import { implement, problem, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import { type ReadOperations, readOperations } from './read-operations.ts';

/** For so long somebody is known to be allowed while nobody is there who could say so. */
const rememberedMs = 15 * 60_000;

/** 运行状况: each service decides for itself whether whoever asks may read it. */
export function operationsRoutes(deps: ReadOperations): Route[] {
  const grantedAt = new Map<string, number>();
  const isRemembered = (personId: string) => deps.realNow() - (grantedAt.get(personId) ?? Number.NEGATIVE_INFINITY) < rememberedMs;
  return [
    implement(atConsole(screenEndpoints.operations), async ({ caller: { personId = '' }, requestId }) => {
      const read = await readOperations(deps, { actingFor: personId, requestId });
      if (read.permission === 'refused') {
        grantedAt.delete(personId);
        return refusalReply(read.refusal);
      }
      if (read.permission === 'granted') grantedAt.set(personId, deps.realNow());
      else if (!isRemembered(personId)) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
      return { status: 200, body: read.screen };
    }),
  ];
}
