import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from '../log/logger.ts';
import { UnreadableDocument } from '../store/document-reader.ts';
import { isStoreUnavailable } from '../store/store-errors.ts';
import { notesOf, sendReply } from './exchange.ts';
import { RemoteUnavailable } from './http-client.ts';
import { documentUnreadable, type Problem, problem } from './problem.ts';

const acceptable = /^[\w-]{8,64}$/;

export const identifyRequests: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id') ?? '';
  const requestId = acceptable.test(given) ? given : randomUUID();
  notesOf(response).requestId = requestId;
  response.set('x-request-id', requestId);
  next();
};

/** One log line for each request except successful routine ones; without body, query and headers. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const { requestId, caller, routine } = notesOf(response);
      const ms = Math.round(performance.now() - startedAt);
      const who = { service: caller?.service, personId: caller?.personId };
      const level = routine && response.statusCode < 400 ? 'debug' : 'info';
      logger[level]({ requestId, method: request.method, path: request.path, status: response.statusCode, ms, ...who }, 'answered');
    });
    next();
  };
}

export function limitInFlight(limit: number): RequestHandler {
  let inFlight = 0;
  return (_request, response, next) => {
    if (inFlight >= limit) return sendReply(response, problem({ status: 503, code: 'overloaded', retryAfterSeconds: 1 }));
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
    });
    return next();
  };
}

const year = 365 * 24 * 60 * 60;

const withHelmet = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] },
  },
  strictTransportSecurity: { maxAge: year, includeSubDomains: true },
  xFrameOptions: { action: 'deny' },
});

/** For answers that are data; the web pages have their own policy. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.set('cache-control', 'no-store');
  withHelmet(request, response, next);
};

const parserProblems: Readonly<Record<string, { status: number; code: string }>> = {
  'entity.too.large': { status: 413, code: 'body-too-large' },
  'entity.parse.failed': { status: 400, code: 'invalid-json' },
  'encoding.unsupported': { status: 415, code: 'unsupported-content-type' },
  'charset.unsupported': { status: 415, code: 'unsupported-content-type' },
  'request.aborted': { status: 400, code: 'request-aborted' },
  'request.size.invalid': { status: 400, code: 'invalid-request' },
};

/** The last step: whatever was thrown becomes a problem without internal details. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const answer = problemOf(error);
    if (answer.status >= 500) logger.error({ err: error, requestId: notesOf(response).requestId }, 'failed');
    if (response.headersSent) next(error);
    else sendReply(response, answer);
  };
}

function problemOf(error: unknown): Problem {
  if (isStoreUnavailable(error)) return problem({ status: 503, code: 'store-unavailable', retryAfterSeconds: 5 });
  const unreadable = error instanceof UnreadableDocument ? error.place : error instanceof RemoteUnavailable && error.unreadable;
  if (unreadable) return problem({ status: 500, code: documentUnreadable, facts: unreadable });
  if (error instanceof RemoteUnavailable) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
  if (error instanceof URIError) return problem({ status: 400, code: 'invalid-request' });
  const known = error instanceof Error && 'type' in error ? parserProblems[String(error.type)] : undefined;
  return problem(known ?? { status: 500, code: 'internal-error' });
}
