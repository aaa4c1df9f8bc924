import type { Route } from '@jifen/service-kit';
import { applicationRoutes } from './applications/applications.routes.ts';
import { cardRoutes } from './cards/cards.routes.ts';
import { countyMonthRoutes } from './county-months/county-months.routes.ts';
import { decisionRoutes } from './decisions/decisions.routes.ts';
import type { ScoringDeps } from './deps.ts';
import { earlierMonthRoutes } from './earlier-months/earlier-months.routes.ts';
import { takeOutLeavers } from './leaving/take-out-leavers.ts';
import { monthProcessRoutes } from './month-processes/month-processes.routes.ts';
import { objectionRoutes } from './objections/objections.routes.ts';
import { openingRoutes } from './opening/opening.routes.ts';
import { outstandingRoutes } from './outstanding/outstanding.routes.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { planRoutes } from './plans/plans.routes.ts';
import { recordingRoutes } from './recording/recording.routes.ts';
import { schemeRoutes } from './schemes/schemes.routes.ts';
import { sheetRoutes } from './sheets/sheets.routes.ts';
import { timingRoutes } from './timing/timing.routes.ts';
import { todoRoutes } from './todos/todos.routes.ts';

/** The whole route table: each subject exports `xxxRoutes(deps): Route[]` and is named here. */
export const scoringRoutes = (deps: ScoringDeps): Route[] => [
  ...openingRoutes(deps),
  ...monthProcessRoutes(deps),
  ...timingRoutes(deps),
  ...countyMonthRoutes(deps),
  ...applicationRoutes(deps),
  ...decisionRoutes(deps),
  ...objectionRoutes(deps),
  ...recordingRoutes(deps),
  ...overviewRoutes(deps),
  ...sheetRoutes(deps),
  ...todoRoutes(deps),
  ...outstandingRoutes(deps),
  ...earlierMonthRoutes(deps),
  ...cardRoutes({ ...deps, membersKept: (members, asked) => takeOutLeavers(deps, members, asked) }),
  ...planRoutes(deps),
  ...schemeRoutes(deps),
];
