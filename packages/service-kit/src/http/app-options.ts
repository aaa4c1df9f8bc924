import type { AuditSink } from '../audit/audit-record.ts';
import type { Caller } from '../identity/caller.ts';
import type { Logger } from '../log/logger.ts';
import type { Readiness } from '../process/readiness.ts';
import type { Problem } from './problem.ts';
import type { Route } from './route.ts';

export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** Who sends this request; `undefined` when nobody can be named. */
export type Identify = (headers: RequestHeaders) => Promise<Caller | undefined>;

export type AppOptions = {
  name: string;
  routes: readonly Route[];
  identity: Identify;
  audit: AuditSink;
  ready: Readiness;
  logger: Logger;
  /** Business time in milliseconds. */
  now: () => number;
  openapi?: { title: string; version: string };
  /** Seen before every route: for what only one service demands, such as an Origin check. */
  guard?: (request: { method: string; path: string; headers: RequestHeaders }) => Problem | undefined;
  /** Asked for every request of somebody who is known, before anything is done for him: whether he has had his share for now. */
  share?: (caller: Caller) => Promise<Problem | undefined>;
  /** A folder of built web files, served after the routes, with index.html for unknown paths; `__CSP_NONCE__` in it is replaced. */
  web?: { directory: string };
  /** Number of proxies in front whose X-Forwarded-* is believed. Default 0: none is. */
  trustedProxies?: number;
  /**
   * Requests being answered at the same time before 503 `overloaded`: whoever waits longer has gone. One route takes half of them at most,
   * so that the last day of the applications does not shut out those who decide. Default 200.
   */
  maxInFlight?: number;
};
