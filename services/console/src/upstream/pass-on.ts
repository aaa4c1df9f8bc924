import type { Endpoint } from '@jifen/contracts';
import { ask, type ClientResult, implement, problem, type RemoteRefusal, type Reply, type Route } from '@jifen/service-kit';
import type { z } from 'zod';
import type { UpstreamName, Upstreams } from './upstreams.ts';

export type PassedEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType, z.ZodType, UpstreamName>;

export const refusalReply = ({ status, code, facts }: RemoteRefusal) => problem({ status, code, facts });

/** The service's answer as it is; only the statuses that the kit knows as success. */
function replyOf(result: ClientResult<unknown>): Reply {
  if (!result.ok) return refusalReply(result.refusal);
  if (result.status === 204) return { status: 204 };
  return { status: result.status === 201 || result.status === 202 ? result.status : 200, body: result.value };
}

/** An endpoint of the console itself: its pages are beside `/api`. */
export const atConsole = <E extends Pick<Endpoint, 'path'>>(endpoint: E): E => ({ ...endpoint, path: `/api${endpoint.path}` });

/** Endpoints that a service answers, asked with the signed-in person's own token; the service decides whether they may. */
export const passOn = (upstreams: Upstreams, endpoints: readonly PassedEndpoint[]): Route[] =>
  endpoints.map((endpoint) =>
    implement({ ...atConsole(endpoint), permission: { kind: 'action', action: 'console:ask' } }, async (ctx) => {
      const { params, query, body, caller, requestId } = ctx;
      return replyOf(await ask(upstreams[endpoint.service], endpoint, { params, query, body, requestId, actingFor: caller.personId }));
    }),
  );
