import type { Response } from 'express';
import { notesOf } from './request-notes.ts';
import type { FileReply, Reply } from './route.ts';

export function sendReply(response: Response, reply: Reply): void {
  response.status(reply.status).set(reply.headers ?? {});
  if ('problem' in reply) {
    response.type('application/problem+json').send(JSON.stringify({ ...reply.problem, requestId: notesOf(response).requestId }));
  } else if ('file' in reply) {
    sendFile(response, reply.file);
  } else if ('body' in reply) {
    response.json(reply.body);
  } else {
    response.end();
  }
}

/** RFC 6266: an ASCII name for old clients, the real one beside it. */
function sendFile(response: Response, { name, contentType, content }: FileReply['file']): void {
  const ascii = name.replaceAll(/[^\w.-]/g, '_');
  response.set('content-type', contentType);
  response.set('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.send(typeof content === 'string' ? content : Buffer.from(content));
}
