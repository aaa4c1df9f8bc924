import { type AppOptions, buildApp } from '@jifen/service-kit';
import type { Express } from 'express';
import { type ScoringDeps, scoringRoutes } from './routes.ts';

export type ScoringAppOptions = Pick<AppOptions, 'identity' | 'audit' | 'ready' | 'logger'> & { deps: ScoringDeps };

/** The service as the tests use it. */
export function buildScoringApp({ deps, ...options }: ScoringAppOptions): Express {
  const openapi = { title: 'Jifen scoring', version: '1' };
  return buildApp({ name: 'scoring', routes: scoringRoutes(deps), now: deps.now, openapi, ...options });
}
