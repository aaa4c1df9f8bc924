import { z } from 'zod';
import {
  comparisonRequest,
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
} from '../scheme-versions.ts';
import { endpointsOf } from './endpoint.ts';

const { get, post, put } = endpointsOf('scoring');

const none = z.strictObject({});

/** 评分方案: what is in force for everybody with a post; its versions for the county organisation department. Each step may be repeated. */
export const schemeEndpoints = {
  inForce: get('/schemes/in-force', {
    summary: 'The scheme that a sector of the county is scored by now.',
    action: 'scheme:read',
    query: schemeInForceQuery,
    answer: schemeInForce,
  }),
  library: get('/schemes/library', {
    summary: 'The published schemes that a draft may be made from.',
    action: 'scheme:draft',
    answer: schemeLibrary,
  }),
  versions: get('/scheme-versions', {
    summary: 'The versions of a sector, the newest first, page by page.',
    action: 'scheme:draft',
    query: schemeVersionsQuery,
    answer: schemeVersionsPage,
  }),
  version: get('/scheme-versions/:versionId', {
    summary: 'A version with its scheme, what the linter found and what it would change.',
    action: 'scheme:draft',
    answer: schemeVersionView,
  }),
  draft: put('/scheme-versions/:versionId', {
    summary: 'Draws up a draft from the version in force, from the library or from a file.',
    action: 'scheme:draft',
    audit: 'scheme-version-drafted',
    bodyLimitKb: schemeBodyLimitKb,
    body: newSchemeVersion,
    answer: schemeVersionView,
  }),
  replace: put('/scheme-versions/:versionId/scheme', {
    summary: 'Puts a mended file in the place of the scheme; it is a draft again.',
    action: 'scheme:draft',
    audit: 'scheme-version-mended',
    bodyLimitKb: schemeBodyLimitKb,
    body: schemeReplacement,
    answer: schemeVersionView,
  }),
  lint: post('/scheme-versions/:versionId/lint', {
    summary: 'Checks the scheme and keeps what was found.',
    action: 'scheme:draft',
    audit: 'scheme-version-linted',
    body: none,
    answer: schemeVersionView,
    repeatable: true,
  }),
  compare: put('/scheme-versions/:versionId/comparisons/:comparisonId', {
    summary: 'Begins to try the draft on a year of the record, in the background.',
    action: 'scheme:draft',
    audit: 'scheme-comparison-begun',
    body: comparisonRequest,
    answer: schemeVersionView,
  }),
  confirmComparison: put('/scheme-versions/:versionId/comparisons/:comparisonId/seen', {
    summary: 'Somebody has looked at what the draft would change.',
    action: 'scheme:draft',
    audit: 'scheme-comparison-seen',
    body: none,
    answer: schemeVersionView,
  }),
  adopt: put('/scheme-versions/:versionId/adoption', {
    summary: "In force from a month on, by the county's document.",
    action: 'scheme:adopt',
    audit: 'scheme-version-adopted',
    body: schemeAdoptionRequest,
    answer: schemeVersionView,
  }),
  withdraw: put('/scheme-versions/:versionId/withdrawal', {
    summary: 'Takes an adopted version back before any month was opened under it.',
    action: 'scheme:adopt',
    audit: 'scheme-version-withdrawn',
    body: schemeWithdrawal,
    answer: schemeVersionView,
  }),
};
