import { sector } from '@jifen/contracts';
import { scoringScheme } from '@jifen/contracts/schemes';
import type { Finding, LocalDate, Period, ScoringScheme, Tally, VersionState } from '@jifen/domain';
import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { type Adopted, fromOf, type SchemeVersionListedRecord, type SchemeVersionRecord } from './scheme-version.store.ts';

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
const comparison = z.object({
  id: text,
  year: number,
  until: text.optional(),
  status: z.enum(['running', 'finished']),
  present: scheme,
  measured: scheme,
  branches: z.object({ looked: number, all: number }),
  after: text.optional(),
  tally,
  leftOut: z.array(z.object({ item: text, code: text, count: number })),
});

const listed = { _id: text, countyId: text, sector, number, state, changedAt: number };
const collection = 'schemeVersions';

export const versions = documentReader<SchemeVersionRecord>(
  collection,
  z.object({
    ...listed,
    version: number,
    revision: number,
    origin: z.object({ kind: z.enum(['in-force', 'library', 'file']), title: text }),
    bodyHash: text,
    scheme,
    comparison: comparison.optional(),
  }),
);
export const versionsListed = documentReader<SchemeVersionListedRecord>(collection, z.object({ ...listed, title: text }));
export const versionNumbers = documentReader(collection, z.object({ number }));
export const adoptedVersions = documentReader<Adopted>(collection, z.object({ from: text, title: text, number }));

/** As it is stored, but for its events. */
export type StoredVersion = Omit<SchemeVersionRecord, 'scheme' | 'comparison'> & {
  title: string;
  scheme: string;
  comparison?: Record<string, unknown>;
  /** Only of what is adopted. */
  from?: string;
};

export function storedVersion({ scheme: whole, comparison: compared, ...record }: SchemeVersionRecord): StoredVersion {
  const from = fromOf(record);
  const { present, measured } = compared ?? {};
  return plain({
    ...record,
    title: whole.title,
    scheme: JSON.stringify(whole),
    ...(compared ? { comparison: { ...compared, present: JSON.stringify(present), measured: JSON.stringify(measured) } } : {}),
    ...(from === undefined ? {} : { from }),
  });
}
