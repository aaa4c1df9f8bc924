import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation } from '@jifen/domain';
import { z } from 'zod';

const figures = z.record(z.string(), z.record(z.string(), z.string().nullable()));
/** The expected result of an example; what it leaves out is not compared. */
export const expectation = z.strictObject({
  total: z.string().nullable().optional(),
  computed: z.string().optional(),
  grade: z.string().nullable().optional(),
  byPoints: z.string().nullable().optional(),
  basis: z.string().optional(),
  components: figures.optional(),
  lists: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  ladders: z.record(z.string(), z.string().nullable()).optional(),
  proposals: z.array(z.string()).optional(),
  conflicts: z.array(z.string()).optional(),
  setAside: z.array(z.string()).optional(),
  findings: z.array(z.object({ code: z.string(), path: z.string() })).optional(),
});
type Expected = z.infer<typeof expectation>;

/** The result, reduced to what the example expects. */
export function said(result: Evaluation, expected: Expected): Expected {
  const components = Object.fromEntries(
    Object.entries(expected.components ?? {}).map(([node, periods]) => [
      node,
      Object.fromEntries(Object.keys(periods).map((period) => [period, result.components[node]?.[period] ?? null])),
    ]),
  );
  const lists: Record<string, Record<string, string | null>> = {};
  for (const { list, period, band } of result.lists) lists[list] = { ...lists[list], [period]: band };
  const all: Expected = {
    total: result.total,
    computed: result.computed ?? '',
    grade: result.grade.id,
    byPoints: result.grade.byPoints,
    basis: result.grade.basis,
    components,
    lists,
    ladders: Object.fromEntries(result.ladders.map(({ ladder, rung }) => [ladder, rung])),
    proposals: [...result.proposals],
    conflicts: result.conflicts.map(({ code }) => code),
    setAside: result.setAside.map(({ entry }) => entry),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}

/** The schemes of the library, by the names of their folders. */
export const library = join(import.meta.dirname, '../../domain/schemes');
export const schemeNames: readonly string[] = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();
