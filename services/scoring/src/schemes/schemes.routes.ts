import { schemeEndpoints } from '@jifen/contracts';
import { type Caller, implement, type Route, type RouteAudit } from '@jifen/service-kit';
import { found, toProblem } from '../problems.ts';
import { type AdoptPorts, adoptVersion } from './adopt-version.ts';
import { type BeginPorts, beginComparison } from './begin-comparison.ts';
import type { Asked, VersionAnswer } from './change-version.ts';
import { confirmComparison } from './confirm-comparison.ts';
import { draftVersion } from './draft-version.ts';
import { lintVersion } from './lint-version.ts';
import { listVersions, type ReadPorts, readInForce, readVersion, viewOf } from './read-versions.ts';
import { replaceScheme } from './replace-scheme.ts';
import { ownCounty } from './scheme-access.ts';
import { withdrawVersion } from './withdraw-version.ts';

export type SchemeDeps = AdoptPorts & BeginPorts & ReadPorts;

export const schemeRoutes = (deps: SchemeDeps): Route[] => [
  ...readingRoutes(deps),
  ...draftingRoutes(deps),
  ...comparingRoutes(deps),
  ...adoptingRoutes(deps),
];

type Context = { params: { versionId: string }; caller: Caller; now: () => number; audit: RouteAudit };
const askedIn = ({ params: { versionId }, caller, now, audit }: Context): Asked => ({
  versionId,
  caller,
  now: now(),
  audit: audit.pending,
});

async function answer(deps: SchemeDeps, changed: VersionAnswer, now: number) {
  const done = await changed;
  return done.ok ? { status: 200 as const, body: await viewOf(deps, done.value, now) } : toProblem(done.refusal);
}

function readingRoutes(deps: SchemeDeps): Route[] {
  return [
    implement(schemeEndpoints.inForce, ({ query, caller, now }) => found(readInForce(deps, { ...query, caller, now: now() }))),
    implement(schemeEndpoints.library, async ({ caller, now }) => {
      const county = ownCounty(caller, 'scheme:draft', now());
      return county.ok ? { status: 200, body: { schemes: [...deps.library.names()] } } : toProblem(county.refusal);
    }),
    implement(schemeEndpoints.versions, ({ query, caller, now }) => found(listVersions(deps, { ...query, caller, now: now() }))),
    implement(schemeEndpoints.version, ({ params, caller, now }) => found(readVersion(deps, { ...params, caller, now: now() }))),
  ];
}

function draftingRoutes(deps: SchemeDeps): Route[] {
  return [
    implement(schemeEndpoints.draft, (context) =>
      answer(deps, draftVersion(deps, { ...askedIn(context), body: context.body }), context.now()),
    ),
    implement(schemeEndpoints.replace, (context) =>
      answer(deps, replaceScheme(deps, { ...askedIn(context), body: context.body }), context.now()),
    ),
    implement(schemeEndpoints.lint, (context) => answer(deps, lintVersion(deps, askedIn(context)), context.now())),
  ];
}

function comparingRoutes(deps: SchemeDeps): Route[] {
  return [
    implement(schemeEndpoints.compare, (context) => {
      const { params, body, now } = context;
      return answer(deps, beginComparison(deps, { ...askedIn(context), comparisonId: params.comparisonId, body }), now());
    }),
    implement(schemeEndpoints.confirmComparison, (context) => {
      const { comparisonId } = context.params;
      return answer(deps, confirmComparison(deps, { ...askedIn(context), comparisonId }), context.now());
    }),
  ];
}

function adoptingRoutes(deps: SchemeDeps): Route[] {
  return [
    implement(schemeEndpoints.adopt, (context) => {
      const { replaces, ...adoption } = context.body;
      return answer(deps, adoptVersion(deps, { ...askedIn(context), adoption, replaces }), context.now());
    }),
    implement(schemeEndpoints.withdraw, (context) =>
      answer(deps, withdrawVersion(deps, { ...askedIn(context), ...context.body }), context.now()),
    ),
  ];
}
