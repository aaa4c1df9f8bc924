import { existsSync } from 'node:fs';
import express, { type Express, type RequestHandler } from 'express';
import { openapiOf } from '../openapi/openapi-of.ts';
import type { AppOptions } from './app-options.ts';
import { checkTable } from './check-table.ts';
import { answerErrors } from './errors.ts';
import { identifyRequests, limitInFlight, logRequests } from './every-request.ts';
import { headersOf } from './headers.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';
import { stepsOf } from './route-steps.ts';
import { securityHeaders } from './security-headers.ts';
import { sendReply } from './send-reply.ts';
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
