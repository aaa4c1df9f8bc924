import {
  countyBranchesAnswer,
  countyBranchesQuery,
  countyMonthParams,
  countyMonthView,
  id,
  openBranchAnswer,
  openBranchParams,
} from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { beginCountyMonth } from './begin-county-month.ts';
import type { CountyMonthStore } from './county-month.store.ts';
import { finishCountyMonth } from './finish-county-month.ts';
import { listCountyBranches } from './list-county-branches.ts';
import { type OpenBranchPorts, openBranch } from './open-branch.ts';
import { readCountyMonth } from './read-county-month.ts';

type Deps = OpenBranchPorts & { cards: CardStore; countyMonths: CountyMonthStore; months: Pick<BranchMonthStore, 'page'> };

export const countyMonthRoutes = (deps: Deps): Route[] => [begin(deps), branches(deps), open(deps), finish(deps), read(deps)];

const workers = { kind: 'service', services: ['branch-worker', 'member-worker'] } as const;

function begin(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/internal/county-months/:countyId/:period/begin',
    summary: "A county's month is going to be opened. May be repeated.",
    permission: workers,
    audit: 'county-month-begun',
    request: { params: countyMonthParams },
    async handler({ params, now, audit }) {
      const { countyId, period } = params;
      const entry = audit.pending({ target: `${countyId}/${period}`, organisation: `/${countyId}` });
      const begun = await beginCountyMonth(deps, { ...params, now: now(), events: [entry] });
      if (!begun.ok) return toProblem(begun.refusal);
      deps.nudge();
      return { status: 204 };
    },
  });
}

function branches(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/internal/counties/:countyId/branches',
    summary: 'The ids of the branches of a county, page by page, in an order that stays.',
    permission: workers,
    audit: 'none-read',
    request: { params: z.strictObject({ countyId: id }), query: countyBranchesQuery },
    response: countyBranchesAnswer,
    async handler({ params, query }) {
      return { status: 200, body: await listCountyBranches(deps.cards, { ...params, ...query }) };
    },
  });
}

/** A refusal is an answer here: it has its own audit entry, in the write that keeps it. */
function open(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/internal/county-months/:countyId/:period/branches/:branchId/open',
    summary: "Opens one branch's month with the county's, or keeps why not. May be repeated.",
    permission: workers,
    audit: 'branch-month-opened',
    request: { params: openBranchParams },
    response: openBranchAnswer,
    async handler({ params, caller, now, audit }) {
      return { status: 200, body: await openBranch(deps, { ...params, caller, now: now(), audit: audit.pending }) };
    },
  });
}

function finish(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/internal/county-months/:countyId/:period/finish',
    summary: 'Every branch of the county has been asked. May be repeated: it counts anew.',
    permission: workers,
    audit: 'county-month-finished',
    request: { params: countyMonthParams },
    async handler({ params, now, audit }) {
      const { countyId, period } = params;
      const entry = audit.pending({ target: `${countyId}/${period}`, organisation: `/${countyId}` });
      await finishCountyMonth(deps, { ...params, now: now(), events: [entry] });
      deps.nudge();
      return { status: 204 };
    },
  });
}

function read(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/county-months/:countyId/:period',
    summary: "How far the opening of a county's month has got, and which branches refused it.",
    permission: { kind: 'action', action: 'county-month:read' },
    audit: 'none-read',
    request: { params: countyMonthParams },
    response: countyMonthView,
    async handler({ params, caller, now }) {
      const view = await readCountyMonth(deps, { ...params, caller, now: now() });
      return view.ok ? { status: 200, body: view.value } : toProblem(view.refusal);
    },
  });
}
