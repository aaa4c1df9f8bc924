import type { Caller, RouteShape } from '@jifen/contracts';
import type { z } from 'zod';
import type { AuditRecord } from '../audit/audit-record.ts';
import type { PendingEvent } from '../relay/pending-index.ts';
import type { Problem } from './problem.ts';

export type AuditFacts = {
  target: string;
  role?: string | undefined;
  organisation?: string | undefined;
  details?: Record<string, unknown> | undefined;
};

/** The route's audit event, with actor, request and time already filled in. */
export type RouteAudit = {
  /** For the outbox (`pending[]`) of the write that the event is about. */
  pending(facts: AuditFacts): PendingEvent<AuditRecord>;
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
export type Reply<R = unknown> = JsonReply<R> | EmptyReply | Problem;

/** A line of a service's route table. */
export type Route = RouteShape<z.ZodType, z.ZodType, z.ZodType, z.ZodType, z.ZodType> & { handler(ctx: RouteContext): Promise<Reply> };

/** An endpoint with what answers it: the handler's types are taken from its schemas. */
export const implement = <
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  H extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(
  endpoint: RouteShape<P, Q, B, H, R>,
  handler: (ctx: RouteContext<z.output<P>, z.output<Q>, z.output<B>, z.output<H>>) => Promise<Reply<z.input<R>>>,
): Route => ({ ...endpoint, handler: handler as Route['handler'] });
