import type { Route } from '@jifen/service-kit';
import { applicationRoutes } from '../applications/applications.routes.ts';
import type { CardStore } from '../cards/card.store.ts';
import { cardRoutes } from '../cards/cards.routes.ts';
import type { CoreDeps } from '../deps.ts';
import { resumeBringIn } from '../earlier-months/bring-in.ts';
import { earlierMonthRoutes } from '../earlier-months/earlier-months.routes.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { foldActs } from '../month-acts/fold-acts.ts';
import { oneAtATime } from '../month-acts/one-at-a-time.ts';
import type { EventHandlers } from '../outbox/events.ts';
import { outstandingRoutes } from '../outstanding/outstanding.routes.ts';
import { planRoutes } from '../plans/plans.routes.ts';
import type { YearPlanStore } from '../plans/year-plan.store.ts';
import { projectAct } from '../projection/project-act.ts';
import type { SchemeLibrary } from '../scheme-library/scheme-library.ts';
import { continueComparison } from '../schemes/continue-comparison.ts';
import type { SchemeVersionStore } from '../schemes/scheme-version.store.ts';
import { schemeRoutes } from '../schemes/schemes.routes.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { sheetRoutes } from '../sheets/sheets.routes.ts';
import { todoRoutes } from '../todos/todos.routes.ts';
import { overviewRoutes } from './overview.routes.ts';

/** The ports of what people read, besides those of the decisions' side. */
export type ReadDeps = CoreDeps & {
  cards: CardStore;
  plans: YearPlanStore;
  ledger: LedgerStore;
  sheets: SheetStore;
  versions: SchemeVersionStore;
  library: SchemeLibrary;
};

export function readRoutes(deps: ReadDeps): Route[] {
  const fold = oneAtATime(async (...month) => {
    const left = await foldActs(deps, ...month);
    deps.nudge();
    return left;
  });
  return [
    ...cardRoutes(deps),
    ...planRoutes(deps),
    ...applicationRoutes({ ...deps, fold }),
    ...overviewRoutes(deps),
    ...earlierMonthRoutes(deps),
    ...sheetRoutes(deps),
    ...todoRoutes(deps),
    ...outstandingRoutes(deps),
    ...schemeRoutes(deps),
  ];
}

/** Whatever else is waiting has its turn. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export function readHandlers(deps: ReadDeps): EventHandlers {
  return {
    'bring-in': async ({ actId }) => {
      await resumeBringIn(deps, actId);
      deps.nudge();
    },
    'compare-schemes': async (page) => {
      await continueComparison({ ...deps, breathe }, page);
      deps.nudge();
    },
    project: async (projection) => {
      await projectAct(deps, projection);
      deps.nudge();
    },
  };
}
