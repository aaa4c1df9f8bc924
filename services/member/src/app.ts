import { callerMayAnywhere } from '@jifen/domain';
import { type AppOptions, buildApp, type Route } from '@jifen/service-kit';
import type { Express } from 'express';
import { type MemberDeps, memberRoutes } from './routes.ts';

export type MemberAppOptions = Pick<AppOptions, 'identity' | 'audit' | 'ready' | 'logger' | 'now'> & {
  deps: MemberDeps;
  operations: Route;
};

/** The service as the tests use it. */
export function buildMemberApp({ deps, operations, ...options }: MemberAppOptions): Express {
  const openapi = { title: 'Jifen member', version: '1' };
  return buildApp({ name: 'member', routes: [...memberRoutes(deps), operations], openapi, mayAnywhere: callerMayAnywhere, ...options });
}
