import type { Caller } from '@jifen/contracts';
import type { Request, Response } from 'express';
import type { RequestHeaders } from './app-options.ts';
import type { Reply } from './route.ts';

export function sendReply(response: Response, reply: Reply): void {
  response.status(reply.status).set(reply.headers ?? {});
  if ('problem' in reply) {
    response.type('application/problem+json').send(JSON.stringify({ ...reply.problem, requestId: notesOf(response).requestId }));
  } else if ('body' in reply) {
    response.json(reply.body);
  } else {
    response.end();
  }
}

/** What one step of a request passes to the next. */
type RequestNotes = { requestId: string; caller?: Caller; routine?: true };

export function notesOf(response: Response): RequestNotes {
  return response.locals as RequestNotes;
}

export function headersOf(request: Request): RequestHeaders {
  return Object.fromEntries(Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
