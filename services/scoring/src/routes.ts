import type { Route } from '@jifen/service-kit';
import { countyMonthRoutes } from './county-months/county-months.routes.ts';
import { actRoutes } from './decisions/decisions.routes.ts';
import { type ReadDeps, readRoutes } from './overview/read-side.ts';
import { branchMonthCoreRoutes } from './timing/timing.routes.ts';

/** Every port of scoring. Each subject adds what it needs. */
export type ScoringDeps = ReadDeps;

/** The whole route table: each subject exports `xxxRoutes(deps): Route[]` and is named here. */
export const scoringRoutes = (deps: ScoringDeps): Route[] => [
  ...branchMonthCoreRoutes(deps),
  ...countyMonthRoutes(deps),
  ...actRoutes(deps),
  ...readRoutes(deps),
];
