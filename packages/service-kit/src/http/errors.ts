import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../log/logger.ts';
import { UnreadableDocument } from '../store/document-reader.ts';
import { isStoreUnavailable } from '../store/store-unavailable.ts';
import { RemoteUnavailable } from './http-client.ts';
import { documentUnreadable, type Problem, problem } from './problem.ts';
import { notesOf } from './request-notes.ts';
import { sendReply } from './send-reply.ts';

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
