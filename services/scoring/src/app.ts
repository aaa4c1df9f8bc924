import { callerMayAnywhere } from '@jifen/domain';
import { type AppOptions, buildApp, type Route } from '@jifen/service-kit';
import type { Express } from 'express';
import type { ScoringDeps } from './deps.ts';
import { scoringRoutes } from './routes.ts';

export type ScoringAppOptions = Pick<AppOptions, 'identity' | 'audit' | 'ready' | 'logger'> & { deps: ScoringDeps; operations: Route };

/** The service as the tests use it. */
export function buildScoringApp({ deps, operations, ...options }: ScoringAppOptions): Express {
  const openapi = { title: 'Jifen scoring', version: '1' };
  return buildApp({
    name: 'scoring',
    routes: [...scoringRoutes(deps), operations],
    now: deps.now,
    openapi,
    mayAnywhere: callerMayAnywhere,
    ...options,
  });
}
