import type { Route } from '@jifen/service-kit';
import { actRoutes } from './acts/acts.routes.ts';
import { branchMonthCoreRoutes } from './branch-months/branch-months.routes.ts';
import type { CoreDeps } from './deps.ts';

/** Every port of scoring. Each subject adds what it needs. */
export type ScoringDeps = CoreDeps;

/** The whole route table: each subject exports `xxxRoutes(deps): Route[]` and is named here. */
export const scoringRoutes = (deps: ScoringDeps): Route[] => [...branchMonthCoreRoutes(deps), ...actRoutes(deps)];
