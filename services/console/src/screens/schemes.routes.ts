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
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { type PassedRoute, passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';

const none = z.strictObject({});
const params = z.strictObject({ versionId: id });
const comparisonParams = params.extend({ comparisonId: id });
const one = '/scheme-versions/:versionId';
const comparison = `${one}/comparisons/:comparisonId`;

type Version = PassedRoute<typeof schemeVersionView>;
type Step = Pick<Version, 'path' | 'summary' | 'audit'> & Partial<Version>;

/** A step of a version; each may be sent again. */
const step = (of: Step): Version => ({ to: 'scoring', method: 'put', response: schemeVersionView, repeatable: true, ...of });

const steps: readonly Version[] = [
  step({
    path: one,
    summary: 'Draws up a draft.',
    audit: 'scheme-version-drafted',
    request: { params, body: newSchemeVersion },
    bodyLimitKb: schemeBodyLimitKb,
  }),
  step({
    path: `${one}/scheme`,
    summary: 'Puts a mended file in the place of the scheme.',
    audit: 'scheme-version-mended',
    request: { params, body: schemeReplacement },
    bodyLimitKb: schemeBodyLimitKb,
  }),
  step({
    path: `${one}/lint`,
    summary: 'Checks the scheme.',
    audit: 'scheme-version-linted',
    method: 'post',
    request: { params, body: none },
  }),
  step({
    path: comparison,
    summary: 'Begins to try the draft on a year of the record.',
    audit: 'scheme-comparison-begun',
    request: { params: comparisonParams, body: comparisonRequest },
  }),
  step({
    path: `${comparison}/seen`,
    summary: 'Somebody has looked at what the draft would change.',
    audit: 'scheme-comparison-seen',
    request: { params: comparisonParams, body: none },
  }),
  step({
    path: `${one}/adoption`,
    summary: 'In force from a month on.',
    audit: 'scheme-version-adopted',
    request: { params, body: schemeAdoptionRequest },
  }),
  step({
    path: `${one}/withdrawal`,
    summary: 'Takes an adopted version back.',
    audit: 'scheme-version-withdrawn',
    request: { params, body: schemeWithdrawal },
  }),
];

/** 评分方案: what is in force for everybody with a post; its versions for the county organisation department. */
export function schemeRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, {
      to: 'scoring',
      method: 'get',
      path: '/schemes/in-force',
      summary: 'What a sector is scored by now.',
      request: { query: schemeInForceQuery },
      response: schemeInForce,
    }),
    passOn(upstreams, {
      to: 'scoring',
      method: 'get',
      path: '/schemes/library',
      summary: 'The published schemes that a draft may be made from.',
      response: schemeLibrary,
    }),
    passOn(upstreams, {
      to: 'scoring',
      method: 'get',
      path: '/scheme-versions',
      summary: 'The versions of a sector, page by page.',
      request: { query: schemeVersionsQuery },
      response: schemeVersionsPage,
    }),
    passOn(upstreams, {
      to: 'scoring',
      method: 'get',
      path: one,
      summary: 'A version of a scheme.',
      request: { params },
      response: schemeVersionView,
    }),
    ...steps.map((passed) => passOn(upstreams, passed)),
  ];
}
