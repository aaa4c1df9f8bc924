import { type CountyMonthKey, countyMonthInternals, scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { found, toProblem } from '../problems.ts';
import { beginCountyMonth } from './begin-county-month.ts';
import type { CountyMonthStore } from './county-month.store.ts';
import { finishCountyMonth } from './finish-county-month.ts';
import { listCountyBranches } from './list-county-branches.ts';
import { type OpenBranchPorts, openBranch } from './open-branch.ts';
import { readCountyMonth } from './read-county-month.ts';

type Deps = OpenBranchPorts & { cards: CardStore; countyMonths: CountyMonthStore; months: Pick<BranchMonthStore, 'page'> };

export const countyMonthRoutes = (deps: Deps): Route[] => [begin(deps), branches(deps), open(deps), finish(deps), read(deps)];

const countyMonthIn = ({ countyId, month }: { countyId: string; month: string }): CountyMonthKey => ({ countyId, period: month });

function begin(deps: Deps): Route {
  return implement(countyMonthInternals.begin, async ({ params, now, audit }) => {
    const of = countyMonthIn(params);
    const entry = audit.pending({ target: `${of.countyId}/${of.period}`, organisation: `/${of.countyId}` });
    const begun = await beginCountyMonth(deps, { ...of, now: now(), events: [entry] });
    if (!begun.ok) return toProblem(begun.refusal);
    deps.wake('countyMonths');
    return { status: 204 };
  });
}

function branches(deps: Deps): Route {
  return implement(countyMonthInternals.branches, async ({ params, query }) => {
    return { status: 200, body: await listCountyBranches(deps.cards, { ...params, ...query }) };
  });
}

/** A refusal is an answer here: it has its own audit entry, in the write that keeps it. */
function open(deps: Deps): Route {
  return implement(countyMonthInternals.open, async ({ params, caller, now, audit }) => {
    return {
      status: 200,
      body: await openBranch(deps, { ...countyMonthIn(params), branchId: params.branchId, caller, now: now(), audit: audit.pending }),
    };
  });
}

function finish(deps: Deps): Route {
  return implement(countyMonthInternals.finish, async ({ params, now, audit }) => {
    const of = countyMonthIn(params);
    const entry = audit.pending({ target: `${of.countyId}/${of.period}`, organisation: `/${of.countyId}` });
    await finishCountyMonth(deps, { ...of, now: now(), events: [entry] });
    deps.wake('countyMonths');
    return { status: 204 };
  });
}

function read(deps: Deps): Route {
  return implement(scoringTools.countyMonth, ({ params, caller, now }) =>
    found(readCountyMonth(deps, { ...countyMonthIn(params), caller, now: now() })),
  );
}
