import { type SectorName, sector } from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import type { Finding, LocalDate, Period, ScoringScheme, Tally, VersionState } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { z } from 'zod';

const text = z.string();
const number = z.number();
const count = { present: number, draft: number };
const period = text as unknown as z.ZodType<Period>;

/** Schemes are kept as texts: their keys are whatever a file says, which is not for every store. */
const scheme: z.ZodType<ScoringScheme> = text
  .transform((kept, issues) => {
    try {
      return JSON.parse(kept) as unknown;
    } catch {
      issues.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(scoringScheme);

const findings: z.ZodType<Finding[]> = z.array(
  z.object({
    code: text as unknown as z.ZodType<Finding['code']>,
    path: text,
    severity: z.enum(['error', 'warning']),
    values: z.record(text, text),
  }),
);
const looked = { findings, comparisonId: text };
const adoption = z.object({
  from: period,
  document: z.object({ number: text, on: text as unknown as z.ZodType<LocalDate> }),
  reason: text,
});
const state: z.ZodType<VersionState> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('draft') }),
  z.object({ status: z.literal('linted'), findings }),
  z.object({ status: z.literal('compared'), ...looked }),
  z.object({ status: z.literal('adopted'), ...looked, adoption }),
  z.object({ status: z.literal('withdrawn'), ...looked, adoption, reason: text }),
]);

const tally: z.ZodType<Tally> = z.object({
  members: number,
  totals: z.array(z.object({ ...count, from: number })),
  withoutTotal: z.object(count),
  grades: z.array(z.object({ ...count, grade: text.nullable() })),
  changes: z.array(z.object({ from: text.nullable(), to: text.nullable(), count: number })),
  higher: number,
  lower: number,
  same: number,
  conflicts: z.array(z.object({ ...count, code: text, node: text.nullable() })),
  notScored: z.array(z.object({ ...count, code: text })),
  mostAffected: z.array(
    z.object({
      member: text,
      present: text,
      draft: text,
      difference: text,
      gradePresent: text.nullable(),
      gradeDraft: text.nullable(),
    }),
  ),
});
/** A draft tried on a year of the record, branch by branch. */
const comparison = z.object({
  id: text,
  year: number,
  /** The last month taken into account; absent for a whole year. */
  until: text.optional(),
  status: z.enum(['running', 'finished']),
  /** What the draft is compared with: what counts now. */
  present: scheme,
  /** Under which the year's entries were made: their amounts are read by its worths. */
  measured: scheme,
  branches: z.object({ looked: number, all: number }),
  /** The last branch that was looked at. */
  after: text.optional(),
  tally,
  leftOut: z.array(z.object({ item: text, code: text, count: number })),
});
export type ComparisonRecord = z.infer<typeof comparison>;

const head = z.object({
  /** From whoever made the draft. */
  _id: text,
  countyId: text,
  sector,
  /** Counts the county's versions of the sector, from 1. */
  number,
  state,
  /** Business time. */
  changedAt: number,
});

export const schemeVersionListed = head.extend({ title: text });
export type SchemeVersionListedRecord = z.infer<typeof schemeVersionListed>;

export const schemeVersion = head.extend({
  /** Raised by every write. */
  version: number,
  /** Raised when the scheme is replaced: what somebody decides on is what they looked at. */
  revision: number,
  origin: z.object({ kind: z.enum(['in-force', 'library', 'file']), title: text }),
  /** Of the request that made the draft. */
  bodyHash: text,
  scheme,
  comparison: comparison.optional(),
});

/** A version of a county's scheme for a sector. Once adopted, its scheme never changes. */
export type SchemeVersionRecord = z.infer<typeof schemeVersion>;

export const adoptedVersion = z.object({ from: text, title: text, number });
export type Adopted = z.infer<typeof adoptedVersion>;

export type SchemeVersionStore = {
  find(versionId: string): Promise<SchemeVersionRecord | undefined>;
  /** `number-taken`: another draft of the sector got this number meanwhile. */
  insert(record: SchemeVersionRecord, events: readonly PendingEvent[]): Promise<'inserted' | 'exists' | 'number-taken'>;
  /**
   * Compare and set: written only while the stored version is `record.version - 1`; with its events. `month-taken`: another adopted
   * version of the sector begins with the same month.
   */
  update(record: SchemeVersionRecord, events: readonly PendingEvent[]): Promise<'written' | 'outdated' | 'month-taken'>;
  /** Newest first. */
  page(query: { countyId: string; sector: SectorName; page: number; pageSize: number }): Promise<{
    items: SchemeVersionListedRecord[];
    total: number;
  }>;
  newestNumber(countyId: string, sector: SectorName): Promise<number>;
  /** The adopted version that begins last before or with this month. */
  inForce(countyId: string, sector: SectorName, period: string): Promise<SchemeVersionRecord | undefined>;
  /** The adopted versions that begin with this month or later, by their months: at most one a month. */
  adoptedFrom(countyId: string, sector: SectorName, period: string): Promise<SchemeVersionRecord[]>;
  /** The adopted version that begins first after this month. */
  nextAfter(countyId: string, sector: SectorName, period: string): Promise<Adopted | undefined>;
};

/** The month from which a version counts, while it does. */
export const fromOf = ({ state }: Pick<SchemeVersionRecord, 'state'>): string | undefined =>
  state.status === 'adopted' ? state.adoption.from : undefined;
