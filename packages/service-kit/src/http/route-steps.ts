import { randomUUID } from 'node:crypto';
import type { Caller, Permission } from '@jifen/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { AuditRecord, AuditSink } from '../audit/audit-record.ts';
import { plain } from '../store/document-reader.ts';
import type { AppOptions } from './app-options.ts';
import { headersOf, notesOf, sendReply } from './exchange.ts';
import { parseRequest, readBody } from './parse-request.ts';
import { assertNever, type Problem, problem } from './problem.ts';
import type { AuditFacts, Reply, Route, RouteAudit, RouteContext } from './route.ts';

/** The caller of a public route that does not identify itself. */
const anonymous: Caller = { service: 'anonymous', grants: [] };

/** The steps of a request: identity, permission, parsing, audit, handler, answer. */
export function stepsOf(route: Route, options: AppOptions): RequestHandler[] {
  return [admit(route, options), ...readBody(route.bodyLimitKb ?? 256), answer(route, options)];
}

function admit(route: Route, options: AppOptions): RequestHandler {
  return async (request, response, next) => {
    if (route.routine) notesOf(response).routine = true;
    const caller = await options.identity(headersOf(request));
    if (caller) notesOf(response).caller = caller;
    const tooMuch = caller && (await options.share?.(caller));
    if (tooMuch) return sendReply(response, tooMuch);
    const refusal = refuseCaller(route.permission, caller, options);
    if (!refusal) return next();
    options.logger.warn({ requestId: notesOf(response).requestId, path: request.path, code: refusal.problem.code }, 'caller refused');
    await recordRefusal(auditedRequest(route, options, request, response), refusal);
    return sendReply(response, refusal);
  };
}

function answer(route: Route, options: AppOptions): RequestHandler {
  return async (request, response) => {
    const parsed = parseRequest(route, request);
    if (Array.isArray(parsed)) return sendReply(response, problem({ status: 400, code: 'invalid-request', facts: { issues: parsed } }));
    const unauditable = await refuseWithoutAudit(route, options.audit);
    if (unauditable) return sendReply(response, unauditable);
    const audited = auditedRequest(route, options, request, response);
    const { caller, requestId } = audited;
    const ctx: RouteContext = { ...parsed, caller, requestId, ip: request.ip ?? '', now: options.now, audit: routeAudit(audited) };
    const reply = await route.handler(ctx);
    if ('problem' in reply) await recordRefusal(audited, reply);
    return sendReply(response, shaped(route, reply));
  };
}

function auditedRequest(route: Route, { audit }: AppOptions, request: Request, response: Response): AuditedRequest {
  const { requestId, caller = anonymous } = notesOf(response);
  return { route, caller, requestId, path: request.path, sink: audit };
}

/** The answer contains only what the contract names. */
function shaped(route: Route, reply: Reply): Reply {
  if (!('body' in reply) || !route.response) return reply;
  return { ...reply, body: route.response.parse(reply.body) };
}

/** The route's own requirement on a caller; `undefined` when it is met. */
function refuseCaller(permission: Permission, caller: Caller | undefined, { mayAnywhere, now }: AppOptions): Problem | undefined {
  if (permission.kind === 'public') return undefined;
  if (!caller) return problem({ status: 401, code: 'not-signed-in' });
  const oneOf = (actions: readonly string[]): Problem | undefined => {
    if (caller.personId === undefined) return problem({ status: 401, code: 'not-signed-in' });
    return actions.some((action) => mayAnywhere(caller, action, now())) ? undefined : problem({ status: 403, code: 'forbidden' });
  };
  switch (permission.kind) {
    case 'action':
      return oneOf([permission.action]);
    case 'one-of':
      return oneOf(permission.actions);
    case 'service':
      return permission.services.includes(caller.service) ? undefined : problem({ status: 403, code: 'not-for-this-caller' });
    default:
      return assertNever(permission);
  }
}

type AuditedRequest = { route: Route; caller: Caller; requestId: string; path: string; sink: AuditSink };

const oldestAllowedMs = 60_000;
const notWorthARecord = new Set([400, 401, 429]);

function routeAudit(audited: AuditedRequest): RouteAudit {
  return {
    pending(facts) {
      const payload = recordOf(audited, facts, 'done');
      return { id: payload.eventId, type: 'audit', at: payload.at, payload };
    },
    record: (facts) => audited.sink.insert(recordOf(audited, facts, 'done')),
  };
}

/** No business write while the audit chain is stuck. */
async function refuseWithoutAudit(route: Route, sink: AuditSink): Promise<Problem | undefined> {
  if (route.method === 'get' || route.audit === 'none-read') return undefined;
  const late = (await sink.oldestUnchainedMs()) > oldestAllowedMs;
  return late ? problem({ status: 503, code: 'audit-unavailable', retryAfterSeconds: 10 }) : undefined;
}

/** A refusal changes nothing but is audited before the answer. */
async function recordRefusal(audited: AuditedRequest, refusal: Problem): Promise<void> {
  if (!isRecorded(audited.route, refusal.status)) return;
  const { code } = refusal.problem;
  await audited.sink.insert(recordOf(audited, { target: audited.path, details: { code } }, 'refused'));
}

function isRecorded(route: Route, status: number): boolean {
  if (status >= 500 || (notWorthARecord.has(status) && route.permission.kind !== 'public')) return false;
  return route.audit !== 'none-read' || status === 403 || (status === 404 && route.permission.kind === 'action');
}

function recordOf({ route, caller, requestId }: AuditedRequest, facts: AuditFacts, result: AuditRecord['result']): AuditRecord {
  const action = route.audit === 'none-read' ? `${route.method} ${route.path}` : route.audit;
  const actor = caller.personId ?? caller.service;
  return plain({ eventId: randomUUID(), at: Date.now(), actor, service: caller.service, ...facts, action, result, requestId });
}
