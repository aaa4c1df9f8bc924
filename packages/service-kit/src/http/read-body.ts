import express, { type RequestHandler } from 'express';
import { isHostile } from './hostile-keys.ts';
import { problem } from './problem.ts';
import { sendReply } from './send-reply.ts';

const json = /^application\/json(; ?charset=utf-8)?$/i;

/** JSON only, by exact content type; no key may act as a store operator or change a prototype. */
export function readBody(limitKb: number): RequestHandler[] {
  const parse = express.json({ limit: `${limitKb}kb`, inflate: false, type: () => true });
  return [demandJson, parse, refuseHostileKeys];
}

const demandJson: RequestHandler = (request, response, next) => {
  const length = request.headers['content-length'];
  const empty = request.headers['transfer-encoding'] === undefined && (length === undefined || length === '0');
  if (empty || json.test(request.headers['content-type'] ?? '')) return next();
  return sendReply(response, problem({ status: 415, code: 'unsupported-content-type' }));
};

const refuseHostileKeys: RequestHandler = (request, response, next) => {
  if (!isHostile(request.body) && !isHostile(request.query)) return next();
  return sendReply(response, problem({ status: 400, code: 'invalid-request', facts: { issues: [{ path: '', code: 'forbidden-key' }] } }));
};
