import { z } from 'zod';
import { id, instant, keptText, localDate, month, paragraph, sector, sentence } from './primitives.ts';

/** A scheme as its file holds it; scoring reads it with the format of `@jifen/contracts/schemes`. */
const schemeFile = z.record(z.string(), z.unknown());
export const schemeFileLimitKb = 1_024;
/** Escaped quotes and line ends make a file longer on its way. */
export const schemeBodyLimitKb = 2 * schemeFileLimitKb + 64;

const count = z.int().nonnegative();
const number = z.string();
const both = z.strictObject({ present: count, draft: count });

/** Where a draft comes from: the version in force, one of the library, or a file. */
export const schemeOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-force') }),
  z.strictObject({ kind: z.literal('library'), name: id }),
  z.strictObject({ kind: z.literal('file'), name: z.string().trim().min(1).max(120), text: z.string() }),
]);

export const newSchemeVersion = z.strictObject({ sector, origin: schemeOrigin });
export type NewSchemeVersion = z.infer<typeof newSchemeVersion>;

/** The changed file, and the revision that was looked at. */
export const schemeReplacement = z.strictObject({ name: z.string().trim().min(1).max(120), text: z.string(), replaces: z.int().min(1) });
export type SchemeReplacement = z.infer<typeof schemeReplacement>;

/** Last year as a whole, or this year as far as it is settled. */
export const comparisonRequest = z.strictObject({ year: z.enum(['last', 'this']) });
export type ComparisonRequest = z.infer<typeof comparisonRequest>;

export const schemeAdoption = z.strictObject({
  from: month,
  /** 文号 and day of the county's document. */
  document: z.strictObject({ number: keptText, on: localDate }),
  reason: keptText,
});
export type SchemeAdoption = z.infer<typeof schemeAdoption>;
/** `replaces` is the revision that was looked at. */
export const schemeAdoptionRequest = schemeAdoption.extend({
  document: z.strictObject({ number: sentence, on: localDate }),
  reason: paragraph,
  replaces: z.int().min(1),
});
export const schemeWithdrawal = z.strictObject({ reason: paragraph });

export const schemeFinding = z.strictObject({
  code: z.string(),
  path: z.string(),
  severity: z.enum(['error', 'warning']),
  values: z.record(z.string(), z.string()),
});
export type SchemeFinding = z.infer<typeof schemeFinding>;

export const schemeVersionStatus = z.enum(['draft', 'linted', 'compared', 'adopted', 'withdrawn']);

export const schemeVersionListed = z.strictObject({
  id,
  sector,
  /** Counts the county's versions of a sector. */
  number: z.int().min(1),
  title: z.string(),
  status: schemeVersionStatus,
  errors: count,
  warnings: count,
  adoption: schemeAdoption.optional(),
  /** The month from which a later version counts. */
  until: month.optional(),
  changedAt: instant,
});
export type SchemeVersionListed = z.infer<typeof schemeVersionListed>;

export const schemeVersionsQuery = z.strictObject({
  sector,
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export const schemeVersionsPage = z.strictObject({
  items: z.array(schemeVersionListed),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
});
export type SchemeVersionsPage = z.infer<typeof schemeVersionsPage>;

/** Grades and parts by their titles, members by their names. Numbers are exact: decimals, or fractions. */
export const schemeComparison = z.strictObject({
  id,
  year: z.int(),
  /** The last month taken into account; absent for a whole year. */
  until: month.optional(),
  status: z.enum(['running', 'finished']),
  branches: z.strictObject({ looked: count, all: count }),
  /** What the draft was compared with. */
  presentTitle: z.string(),
  members: count,
  higher: count,
  lower: count,
  same: count,
  withoutTotal: both,
  /** Members by their total, in steps of ten points. */
  totals: z.array(both.extend({ from: z.int() })),
  grades: z.array(both.extend({ title: z.string().nullable() })),
  changes: z.array(z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), count })),
  conflicts: z.array(both.extend({ code: z.string(), title: z.string() })),
  notScored: z.array(both.extend({ code: z.string() })),
  /** Records that the draft has no place for. */
  leftOut: z.array(z.strictObject({ title: z.string(), code: z.string(), count })),
  affected: z.array(
    z.strictObject({
      name: z.string(),
      branchName: z.string(),
      present: number,
      draft: number,
      difference: number,
      gradePresent: z.string().nullable(),
      gradeDraft: z.string().nullable(),
    }),
  ),
});
export type SchemeComparison = z.infer<typeof schemeComparison>;

export const schemeVersionView = schemeVersionListed.extend({
  revision: z.int().min(1),
  origin: z.strictObject({ kind: z.enum(['in-force', 'library', 'file']), title: z.string() }),
  scheme: schemeFile,
  findings: z.array(schemeFinding),
  comparison: schemeComparison.optional(),
  withdrawnBecause: z.string().optional(),
  mayWithdraw: z.boolean(),
  /** The first month from which it could count. */
  earliest: month,
  /** What of this year's plans it would change, for which it could begin with a January only. */
  fixedForTheYear: z.strictObject({ parts: z.array(z.string()), sections: z.array(z.string()) }).optional(),
});
export type SchemeVersionView = z.infer<typeof schemeVersionView>;

export const schemeLibrary = z.strictObject({ schemes: z.array(z.strictObject({ name: id, title: z.string() })) });

/** What everybody with a post may read. `adoption` is absent where the source's own scheme counts. */
export const schemeInForce = z.strictObject({
  sector,
  period: month,
  title: z.string(),
  scheme: schemeFile,
  adoption: schemeAdoption.optional(),
  /** A version that is adopted and begins later. */
  next: schemeAdoption.pick({ from: true }).extend({ title: z.string() }).optional(),
});
export type SchemeInForce = z.infer<typeof schemeInForce>;
export const schemeInForceQuery = z.strictObject({ sector });
