import type { Route } from '@jifen/service-kit';
import type { CoreDeps } from './deps.ts';

/** Every port of scoring. Each subject adds what it needs. */
export type ScoringDeps = CoreDeps;

/** The whole route table: each subject exports `xxxRoutes(deps): Route[]` and is named here. */
export const scoringRoutes = (_deps: ScoringDeps): Route[] => [];
