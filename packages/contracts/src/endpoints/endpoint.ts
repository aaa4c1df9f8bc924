import type { Action } from '@jifen/domain';
import { z } from 'zod';
import { id, month, period, recordedActId } from '../primitives.ts';

export const callers = ['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker', 'seed'] as const;
export type CallerName = (typeof callers)[number];
export type ServiceName = 'member' | 'scoring' | 'notification' | 'console';

export type Method = 'get' | 'post' | 'put' | 'delete';

export type Permission =
  | { kind: 'public' }
  | { kind: 'service'; services: readonly string[] }
  /** The app refuses whoever may do this to nothing; the use case checks `may` on the resource that it has loaded. */
  | { kind: 'action'; action: string }
  /** Where the body says which: one of them suffices for the app. */
  | { kind: 'one-of'; actions: readonly string[] };

/** A route without its handler. A part of the request that has no schema must be empty. */
export type RouteShape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, H extends z.ZodType, R extends z.ZodType> = {
  method: Method;
  /** Express syntax, e.g. `/branches/:branchId/members`. */
  path: string;
  summary: string;
  permission: Permission;
  /** The name of the audit event, or `none-read` for reads that show nothing unmasked. */
  audit: string;
  request?: { params?: P; query?: Q; body?: B; headers?: H };
  /** Absent for routes that answer 204 or a file. */
  response?: R;
  /** Default 256. */
  bodyLimitKb?: number;
  /** Called by other processes all the time: its successes are not logged. */
  routine?: boolean;
};

/** A route as everybody knows it: the service implements it, the console passes it on, a client asks it. */
export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  H extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  S extends ServiceName = ServiceName,
> = RouteShape<P, Q, B, H, R> & {
  service: S;
  /** A POST that carries its own id, so that sending it again changes nothing. */
  repeatable?: boolean;
};

type Part<Name extends string, Schema extends z.ZodType> =
  undefined extends z.input<Schema> ? { [N in Name]?: z.input<Schema> } : { [N in Name]: z.input<Schema> };

/** What an endpoint is asked with. */
export type Asked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> & Part<'query', Q> & Part<'body', B>;

const namedInPaths = {
  actId: recordedActId,
  branchId: id,
  comparisonId: id,
  countyId: id,
  memberId: id,
  messageId: z.string().regex(/^[0-9a-f]{32}$/),
  month,
  period,
  versionId: id,
  year: z.coerce.number().int().min(2020).max(2100),
};
type Named = typeof namedInPaths;

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ParamsIn<Path extends string> = [NamesIn<Path>] extends [never]
  ? z.ZodUndefined
  : z.ZodObject<{ [Name in NamesIn<Path> & keyof Named]: Named[Name] }, z.core.$strict>;

type Who =
  | { action: Action | readonly Action[] }
  /** Only other processes. */
  | { services: readonly CallerName[] }
  | { public: true };

type Said<Q extends z.ZodType, B extends z.ZodType, H extends z.ZodType, R extends z.ZodType> = Who &
  Pick<Endpoint, 'summary' | 'bodyLimitKb' | 'routine' | 'repeatable'> & {
    audit?: string;
    query?: Q;
    body?: B;
    headers?: H;
    answer?: R;
  };

function permissionOf(who: Who): Permission {
  if ('public' in who) return { kind: 'public' };
  if ('services' in who) return { kind: 'service', services: who.services };
  return typeof who.action === 'string' ? { kind: 'action', action: who.action } : { kind: 'one-of', actions: who.action };
}

/** The endpoints of a service, by method. A path names what `namedInPaths` knows; a GET without `audit` is `none-read`. */
export function endpointsOf<S extends ServiceName>(service: S) {
  const said =
    (method: Method) =>
    <
      const Path extends string,
      Q extends z.ZodType = z.ZodUndefined,
      B extends z.ZodType = z.ZodUndefined,
      H extends z.ZodType = z.ZodUndefined,
      R extends z.ZodType = z.ZodUndefined,
    >(
      path: Path & (NamesIn<Path> extends keyof Named ? unknown : never),
      { summary, audit = 'none-read', query, body, headers, answer, bodyLimitKb, routine, repeatable, ...who }: Said<Q, B, H, R>,
    ): Endpoint<ParamsIn<Path>, Q, B, H, R, S> => {
      const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as keyof Named);
      const unknown = names.find((name) => !Object.hasOwn(namedInPaths, name));
      if (unknown !== undefined) throw new RangeError(`${path} names ${unknown}, which has no schema`);
      const shape = Object.fromEntries(names.map((name) => [name, namedInPaths[name]]));
      const params = names.length > 0 ? { params: z.strictObject(shape) as unknown as ParamsIn<Path> } : {};
      return {
        service,
        method,
        path,
        summary,
        permission: permissionOf(who as Who),
        audit,
        request: { ...params, ...(query && { query }), ...(body && { body }), ...(headers && { headers }) },
        ...(answer && { response: answer }),
        ...(bodyLimitKb && { bodyLimitKb }),
        ...(routine && { routine }),
        ...(repeatable && { repeatable }),
      };
    };
  return { get: said('get'), post: said('post'), put: said('put'), remove: said('delete') };
}

/** The path with its parameters filled in. */
export const pathOf = ({ path }: Pick<Endpoint, 'path'>, params: unknown): string =>
  path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name] ?? '')));
