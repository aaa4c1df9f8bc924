import type { Request } from 'express';
import type { z } from 'zod';
import { headersOf } from './headers.ts';
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
