import type { PersonalAction } from '@jifen/domain';
import { type ClientResult, type Method, nothing, problem, type RemoteRefusal, type Reply, type Route, routeOf } from '@jifen/service-kit';
import type { z } from 'zod';
import type { UpstreamName, Upstreams } from './upstreams.ts';

const route = routeOf<PersonalAction>();

type Parts = Readonly<Record<string, string>>;

export type PassedRoute<R extends z.ZodType> = {
  method: Method;
  /** Under `/api`; its parameters are the upstream's. */
  path: string;
  summary: string;
  to: UpstreamName;
  /** The path at the service, with the same parameters; the console's own without `/api` if left out. */
  upstreamPath?: string;
  audit?: string;
  request?: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
  response: R;
  /** A write that carries its own id and may be sent again. */
  repeatable?: boolean;
  bodyLimitKb?: number;
};

const fill = (path: string, params: Parts) => path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));

export const refusalReply = ({ status, code, facts }: RemoteRefusal) => problem({ status, code, facts });

/** The service's answer as it is; only the statuses that the kit knows as success. */
function replyOf<T>(result: ClientResult<T>): Reply<T> {
  if (!result.ok) return refusalReply(result.refusal);
  if (result.status === 204) return { status: 204 };
  return { status: result.status === 201 || result.status === 202 ? result.status : 200, body: result.value };
}

/** A line of the console's table that a service answers, asked with the signed-in person's own token. */
export function passOn<R extends z.ZodType>(upstreams: Upstreams, passed: PassedRoute<R>): Route {
  const {
    method,
    path,
    summary,
    to,
    upstreamPath = path,
    audit = 'none-read',
    request = {},
    response,
    repeatable = false,
    bodyLimitKb,
  } = passed;
  return route<z.ZodType, z.ZodType, z.ZodType, z.ZodUndefined, R>({
    method,
    path: `/api${path}`,
    summary,
    permission: { kind: 'action', action: 'console:ask' },
    audit,
    request,
    ...(bodyLimitKb === undefined ? {} : { bodyLimitKb }),
    ...(Object.is(response, nothing) ? {} : { response }),
    async handler({ params, query, body, caller, requestId }) {
      const result = await upstreams[to].request({
        method,
        path: fill(upstreamPath, (params ?? {}) as Parts),
        query: (query ?? {}) as Parts,
        body,
        response,
        repeatable,
        requestId,
        actingFor: caller.personId,
      });
      return replyOf(result) as Reply<z.input<R>>;
    },
  });
}
