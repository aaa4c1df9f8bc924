import {
  comparisonRequest,
  id,
  newSchemeVersion,
  schemeAdoptionRequest,
  schemeBodyLimitKb,
  schemeInForce,
  schemeInForceQuery,
  schemeLibrary,
  schemeReplacement,
  schemeVersionsPage,
  schemeVersionsQuery,
  schemeVersionView,
  schemeWithdrawal,
} from '@jifen/contracts';
import type { Result } from '@jifen/domain';
import type { Caller, Route, RouteAudit } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type AdoptPorts, adoptVersion } from './adopt-version.ts';
import { type BeginPorts, beginComparison } from './begin-comparison.ts';
import type { Asked, SchemeRefusal } from './change-version.ts';
import { confirmComparison } from './confirm-comparison.ts';
import { draftVersion } from './draft-version.ts';
import { lintVersion } from './lint-version.ts';
import { listVersions, type ReadPorts, readInForce, readVersion, viewOf } from './read-versions.ts';
import { replaceScheme } from './replace-scheme.ts';
import { ownCounty } from './scheme-access.ts';
import type { SchemeVersionRecord } from './scheme-version.store.ts';
import { withdrawVersion } from './withdraw-version.ts';

export type SchemeDeps = AdoptPorts & BeginPorts & ReadPorts;

const params = z.strictObject({ versionId: id });
const comparisonParams = params.extend({ comparisonId: id });
const draft = { kind: 'action', action: 'scheme:draft' } as const;
const adopt = { kind: 'action', action: 'scheme:adopt' } as const;
const none = z.strictObject({});
const one = '/scheme-versions/:versionId';

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

async function answer(deps: SchemeDeps, changed: Promise<Result<SchemeVersionRecord, SchemeRefusal>>, now: number) {
  const done = await changed;
  return done.ok ? { status: 200 as const, body: await viewOf(deps, done.value, now) } : toProblem(done.refusal);
}

function readingRoutes(deps: SchemeDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/schemes/in-force',
      summary: 'The scheme that a sector of the county is scored by now.',
      permission: { kind: 'action', action: 'scheme:read' },
      audit: 'none-read',
      request: { query: schemeInForceQuery },
      response: schemeInForce,
      async handler({ query, caller, now }) {
        const read = await readInForce(deps, { ...query, caller, now: now() });
        return read.ok ? { status: 200, body: read.value } : toProblem(read.refusal);
      },
    }),
    route({
      method: 'get',
      path: '/schemes/library',
      summary: 'The published schemes that a draft may be made from.',
      permission: draft,
      audit: 'none-read',
      response: schemeLibrary,
      async handler({ caller, now }) {
        const county = ownCounty(caller, 'scheme:draft', now());
        return county.ok ? { status: 200, body: { schemes: [...deps.library.names()] } } : toProblem(county.refusal);
      },
    }),
    route({
      method: 'get',
      path: '/scheme-versions',
      summary: 'The versions of a sector, the newest first, page by page.',
      permission: draft,
      audit: 'none-read',
      request: { query: schemeVersionsQuery },
      response: schemeVersionsPage,
      async handler({ query, caller, now }) {
        const listed = await listVersions(deps, { ...query, caller, now: now() });
        return listed.ok ? { status: 200, body: listed.value } : toProblem(listed.refusal);
      },
    }),
    route({
      method: 'get',
      path: one,
      summary: 'A version with its scheme, what the linter found and what it would change.',
      permission: draft,
      audit: 'none-read',
      request: { params },
      response: schemeVersionView,
      async handler({ params, caller, now }) {
        const read = await readVersion(deps, { ...params, caller, now: now() });
        return read.ok ? { status: 200, body: read.value } : toProblem(read.refusal);
      },
    }),
  ];
}

function draftingRoutes(deps: SchemeDeps): Route[] {
  return [
    route({
      method: 'put',
      path: one,
      summary: 'Draws up a draft from the version in force, from the library or from a file. May be repeated.',
      permission: draft,
      audit: 'scheme-version-drafted',
      bodyLimitKb: schemeBodyLimitKb,
      request: { params, body: newSchemeVersion },
      response: schemeVersionView,
      handler: (context) => answer(deps, draftVersion(deps, { ...askedIn(context), body: context.body }), context.now()),
    }),
    route({
      method: 'put',
      path: `${one}/scheme`,
      summary: 'Puts a mended file in the place of the scheme; it is a draft again. May be repeated.',
      permission: draft,
      audit: 'scheme-version-mended',
      bodyLimitKb: schemeBodyLimitKb,
      request: { params, body: schemeReplacement },
      response: schemeVersionView,
      handler: (context) => answer(deps, replaceScheme(deps, { ...askedIn(context), body: context.body }), context.now()),
    }),
    route({
      method: 'post',
      path: `${one}/lint`,
      summary: 'Checks the scheme and keeps what was found. May be repeated.',
      permission: draft,
      audit: 'scheme-version-linted',
      request: { params, body: none },
      response: schemeVersionView,
      handler: (context) => answer(deps, lintVersion(deps, askedIn(context)), context.now()),
    }),
  ];
}

function comparingRoutes(deps: SchemeDeps): Route[] {
  return [
    route({
      method: 'put',
      path: `${one}/comparisons/:comparisonId`,
      summary: 'Begins to try the draft on a year of the record, in the background. May be repeated.',
      permission: draft,
      audit: 'scheme-comparison-begun',
      request: { params: comparisonParams, body: comparisonRequest },
      response: schemeVersionView,
      handler(context) {
        const { params, body, now } = context;
        return answer(deps, beginComparison(deps, { ...askedIn(context), comparisonId: params.comparisonId, body }), now());
      },
    }),
    route({
      method: 'put',
      path: `${one}/comparisons/:comparisonId/seen`,
      summary: 'Somebody has looked at what the draft would change. May be repeated.',
      permission: draft,
      audit: 'scheme-comparison-seen',
      request: { params: comparisonParams, body: none },
      response: schemeVersionView,
      handler(context) {
        const { comparisonId } = context.params;
        return answer(deps, confirmComparison(deps, { ...askedIn(context), comparisonId }), context.now());
      },
    }),
  ];
}

function adoptingRoutes(deps: SchemeDeps): Route[] {
  return [
    route({
      method: 'put',
      path: `${one}/adoption`,
      summary: "In force from a month on, by the county's document. May be repeated.",
      permission: adopt,
      audit: 'scheme-version-adopted',
      request: { params, body: schemeAdoptionRequest },
      response: schemeVersionView,
      handler(context) {
        const { replaces, ...adoption } = context.body;
        return answer(deps, adoptVersion(deps, { ...askedIn(context), adoption, replaces }), context.now());
      },
    }),
    route({
      method: 'put',
      path: `${one}/withdrawal`,
      summary: 'Takes an adopted version back before any month was opened under it. May be repeated.',
      permission: adopt,
      audit: 'scheme-version-withdrawn',
      request: { params, body: schemeWithdrawal },
      response: schemeVersionView,
      handler: (context) => answer(deps, withdrawVersion(deps, { ...askedIn(context), ...context.body }), context.now()),
    }),
  ];
}
