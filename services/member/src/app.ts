import { type AppOptions, buildApp } from '@jifen/service-kit';
import type { Express } from 'express';
import { type MemberDeps, memberRoutes } from './routes.ts';

export type MemberAppOptions = Pick<AppOptions, 'identity' | 'audit' | 'ready' | 'logger' | 'now'> & { deps: MemberDeps };

/** The service as the tests use it. */
export function buildMemberApp({ deps, ...options }: MemberAppOptions): Express {
  const openapi = { title: 'Jifen member', version: '1' };
  return buildApp({ name: 'member', routes: memberRoutes(deps), openapi, ...options });
}
