import type { Caller } from '@jifen/contracts';
import type { AuditSink } from '../audit/audit-record.ts';
import type { Logger } from '../log/logger.ts';
import type { Readiness } from '../process/readiness.ts';
import type { Problem } from './problem.ts';
import type { Route } from './route.ts';

export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** The caller of this request; `undefined` when unknown. */
export type Identify = (headers: RequestHeaders) => Promise<Caller | undefined>;

export type AppOptions = {
  /** In the description of its routes. */
  title: string;
  routes: readonly Route[];
  identity: Identify;
  /** Whether a caller may do this to anything at all: else they are refused at the route. The kit knows no rule; this is the domain's answer. */
  mayAnywhere: (caller: Caller, action: string, at: number) => boolean;
  audit: AuditSink;
  ready: Readiness;
  logger: Logger;
  /** Business time in milliseconds. */
  now: () => number;
  /** Runs before every route: for requirements of one service only, such as an Origin check. */
  guard?: (request: { method: string; path: string; headers: RequestHeaders }) => Problem | undefined;
  /** The rate limit: asked for every request of a known caller before any work is done. */
  share?: (caller: Caller) => Promise<Problem | undefined>;
  /** A folder of built web files, served after the routes, with index.html for unknown paths; `__CSP_NONCE__` in it is replaced. */
  web?: { directory: string };
  /** Number of proxies in front whose X-Forwarded-* is trusted. Default 0. */
  trustedProxies?: number;
  /**
   * The concurrency limit: further requests are shed with 503 `overloaded`. One route takes half of it at most, so that decisions
   * get through on the last day of the applications. Default 200.
   */
  maxInFlight?: number;
};
