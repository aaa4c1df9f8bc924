import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { headersOf, sendReply } from './exchange.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';

export type Issue = { path: string; code: string };
export type ParsedRequest = { params: unknown; query: unknown; body: unknown; headers: unknown };

/** Everything that the route does not describe is refused, except headers. */
export function parseRequest({ request: schemas = {} }: Route, request: Request): ParsedRequest | Issue[] {
  const issues: Issue[] = [];
  const read = (part: keyof ParsedRequest, value: unknown): unknown => {
    const schema = schemas[part];
    if (!schema) {
      if (part !== 'headers' && !isEmpty(value)) issues.push({ path: part, code: 'unexpected' });
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) issues.push(...parsed.error.issues.map((issue) => toIssue(part, issue)));
    return parsed.data;
  };
  const parsed = {
    params: read('params', { ...request.params }),
    query: read('query', { ...request.query }),
    body: read('body', request.body),
    headers: read('headers', headersOf(request)),
  };
  return issues.length > 0 ? issues : parsed;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function toIssue(part: string, issue: z.core.$ZodIssue): Issue {
  const named = issue.code === 'custom' ? issue.params?.code : undefined;
  return { path: [part, ...issue.path].join('.'), code: typeof named === 'string' ? named : issue.code };
}

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

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;

/** Whether a key anywhere inside could act as an operator of the store or change a prototype, or the nesting is too deep. */
function isHostile(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= deepest) return true;
  return Object.entries(value).some(([key, inner]) => forbidden.has(key) || /[$\0]/.test(key) || isHostile(inner, depth + 1));
}
