import type { z } from 'zod';
import type { AuditPending } from '../audit/audit-record.ts';
import type { Caller } from '../identity/caller.ts';
import type { Problem } from './problem.ts';

/** `Action`: what a person may do, as the service's domain names it; the kit knows none. */
export type Permission<Action extends string = string> =
  | { kind: 'public' }
  | { kind: 'service'; services: readonly string[] }
  /** The app refuses whoever may do this to nothing; the use case checks `may` on the resource that it has loaded. */
  | { kind: 'action'; action: Action }
  /** Where the body says which: one of them suffices for the app. */
  | { kind: 'one-of'; actions: readonly Action[] };

export type AuditFacts = {
  target: string;
  role?: string | undefined;
  organisation?: string | undefined;
  details?: Record<string, unknown> | undefined;
};

/** The route's audit event, with actor, request and time already filled in. */
export type RouteAudit = {
  /** For the outbox (`pending[]`) of the write that the event is about. */
  pending(facts: AuditFacts): AuditPending;
  /** For a request that changes nothing but must be recorded before the answer: an unmasked read, an export. */
  record(facts: AuditFacts): Promise<void>;
};

export type RouteContext<P = unknown, Q = unknown, B = unknown, H = unknown> = {
  params: P;
  query: Q;
  body: B;
  headers: H;
  caller: Caller;
  requestId: string;
  ip: string;
  /** Business time in milliseconds. */
  now: () => number;
  audit: RouteAudit;
};

export type Headers = Record<string, string | string[]>;
export type JsonReply<R = unknown> = { status: 200 | 201 | 202; body: R; headers?: Headers };
export type EmptyReply = { status: 204; headers?: Headers };
export type FileReply = { status: 200; file: { name: string; contentType: string; content: string | Uint8Array }; headers?: Headers };
export type Reply<R = unknown> = JsonReply<R> | EmptyReply | FileReply | Problem;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type RouteRequest<P, Q, B, H> = { params?: P; query?: Q; body?: B; headers?: H };

/** A route as declared; `routeOf()` turns it into a line of the table. */
export type RouteDefinition<
  Action extends string,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  H extends z.ZodType,
  R extends z.ZodType,
> = {
  method: Method;
  /** Express syntax, e.g. `/branches/:branch/months/:period`. */
  path: string;
  summary: string;
  permission: Permission<Action>;
  /** The name of the audit event, or `none-read` for reads that show nothing unmasked. */
  audit: string;
  request?: RouteRequest<P, Q, B, H>;
  /** Absent for routes that answer 204 or a file. */
  response?: R;
  /** Default 256. */
  bodyLimitKb?: number;
  /** Called by other processes all the time: its successes are not logged. */
  routine?: boolean;
  handler(ctx: RouteContext<z.output<P>, z.output<Q>, z.output<B>, z.output<H>>): Promise<Reply<z.input<R>>>;
};

export type Route = {
  method: Method;
  path: string;
  summary: string;
  permission: Permission;
  audit: string;
  request?: RouteRequest<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
  response?: z.ZodType;
  bodyLimitKb?: number;
  routine?: boolean;
  handler(ctx: RouteContext): Promise<Reply>;
};

/** One line of a service's route table: its action is one of the service's, its handler's types are taken from its schemas. */
export function routeOf<Action extends string>() {
  return <
    P extends z.ZodType = z.ZodUndefined,
    Q extends z.ZodType = z.ZodUndefined,
    B extends z.ZodType = z.ZodUndefined,
    H extends z.ZodType = z.ZodUndefined,
    R extends z.ZodType = z.ZodUndefined,
  >(
    definition: RouteDefinition<Action, P, Q, B, H, R>,
  ): Route => definition;
}
