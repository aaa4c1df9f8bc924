import { existsSync } from 'node:fs';
import express, { type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import { openapiOf } from '../openapi/openapi-of.ts';
import type { AppOptions } from './app-options.ts';
import { answerErrors, identifyRequests, limitInFlight, logRequests, securityHeaders } from './every-request.ts';
import { headersOf, sendReply } from './exchange.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';
import { stepsOf } from './route-steps.ts';
import { serveWeb } from './web.ts';

/** The only way to build an express app: every route is a line of the table. */
export function buildApp(options: AppOptions): Express {
  checkTable(options.routes);
  const app = express();
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .set('trust proxy', options.trustedProxies ?? 0);
  app.use(identifyRequests, securityHeaders);
  addHealth(app, options);
  const { maxInFlight = 200 } = options;
  app.use(logRequests(options.logger), limitInFlight(maxInFlight), guarded(options));
  for (const route of options.routes) app[route.method](route.path, limitInFlight(Math.ceil(maxInFlight / 2)), ...stepsOf(route, options));
  refuseOtherMethods(app, options.routes);
  if (options.web && existsSync(options.web.directory)) app.use(serveWeb(options.web.directory));
  app.use((request, response) => sendReply(response, problem({ status: 404, code: 'not-found', facts: { path: request.path } })));
  app.use(answerErrors(options.logger));
  return app;
}

function addHealth(app: Express, { title, routes, ready }: AppOptions): void {
  const description = openapiOf(routes, { title, version: '1' });
  app.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/openapi.json', (_request, response) => void response.json(description));
  app.get('/readyz', async (_request, response) => {
    const state = await ready.current();
    response.status(state.ready ? 200 : 503).json(state);
  });
}

function guarded({ guard }: AppOptions): RequestHandler {
  return (request, response, next) => {
    const refused = guard?.({ method: request.method, path: request.path, headers: headersOf(request) });
    return refused ? sendReply(response, refused) : next();
  };
}

function refuseOtherMethods(app: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const allow = routes
      .filter((route) => route.path === path)
      .map((route) => route.method.toUpperCase())
      .join(', ');
    const answer = problem({ status: 405, code: 'method-not-allowed', facts: { allow } });
    app.all(path, (_request, response) => sendReply(response, { ...answer, headers: { allow } }));
  }
}

/** An incomplete table is a programmer's error; building the app fails. */
function checkTable(routes: readonly Route[]): void {
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
