import type { Response } from 'express';
import { notesOf } from './request-notes.ts';
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
