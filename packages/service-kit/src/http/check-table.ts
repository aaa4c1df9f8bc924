import { z } from 'zod';
import type { Route } from './route.ts';

/** An incomplete table is a programmer's error; building the app fails. */
export function checkTable(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    if (seen.has(name)) throw new Error(`${name} is in the route table twice.`);
    seen.add(name);
    for (const fault of faultsOf(route)) throw new Error(`${name}: ${fault}`);
  }
}

function* faultsOf({ path, permission, audit, request = {}, method }: Route): Generator<string> {
  const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const described = request.params instanceof z.ZodObject ? Object.keys(request.params.shape) : [];
  if (named.toSorted().join() !== described.toSorted().join()) yield `its path names (${named.join()}), its schema (${described.join()}).`;
  for (const part of ['params', 'query', 'body'] as const) if (isLoose(request[part])) yield `its ${part} schema takes unknown keys.`;
  if (audit === '') yield 'it names no audit event.';
  if (permission.kind === 'service' && permission.services.length === 0) yield 'no service may call it.';
  if (permission.kind === 'one-of' && permission.actions.length === 0) yield 'it names no action.';
  if (method === 'get' && request.body) yield 'a GET has no body.';
}

function isLoose(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever);
}
