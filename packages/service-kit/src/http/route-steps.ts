import type { Request, RequestHandler, Response } from 'express';
import { anonymous } from '../identity/caller.ts';
import type { AppOptions } from './app-options.ts';
import { headersOf } from './headers.ts';
import { parseRequest, readBody } from './parse-request.ts';
import { refuseCaller } from './permit.ts';
import { type Problem, problem } from './problem.ts';
import { notesOf } from './request-notes.ts';
import type { Reply, Route, RouteContext } from './route.ts';
import { type AuditedRequest, recordRefusal, refuseWithoutAudit, routeAudit } from './route-audit.ts';
import { sendReply } from './send-reply.ts';

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
    if (isRefusal(reply)) await recordRefusal(audited, reply);
    return sendReply(response, shaped(route, reply));
  };
}

function auditedRequest(route: Route, { audit }: AppOptions, request: Request, response: Response): AuditedRequest {
  const { requestId, caller = anonymous } = notesOf(response);
  return { route, caller, requestId, path: request.path, sink: audit };
}

function isRefusal(reply: Reply): reply is Problem {
  return 'problem' in reply;
}

/** The answer contains only what the contract names. */
function shaped(route: Route, reply: Reply): Reply {
  if (!('body' in reply) || !route.response) return reply;
  return { ...reply, body: route.response.parse(reply.body) };
}
