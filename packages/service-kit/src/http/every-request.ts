import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '../log/logger.ts';
import { problem } from './problem.ts';
import { notesOf } from './request-notes.ts';
import { sendReply } from './send-reply.ts';

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
