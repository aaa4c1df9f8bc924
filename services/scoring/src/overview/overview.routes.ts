import { branchMonthEndpoints, scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { found } from '../problems.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { listBranchMonths } from './list-branch-months.ts';
import { readBranchMonth } from './read-branch-month.ts';

type Ports = { months: BranchMonthStore; acts: ActStore; cards: CardStore; sheets: SheetStore };

export function overviewRoutes(ports: Ports): Route[] {
  return [
    implement(branchMonthEndpoints.list, async ({ query, caller, now }) => {
      return { status: 200, body: await listBranchMonths(ports.months, { query, caller, now: now() }) };
    }),
    implement(scoringTools.view, ({ params, caller, now }) => found(readBranchMonth(ports, { ...params, caller, now: now() }))),
  ];
}
