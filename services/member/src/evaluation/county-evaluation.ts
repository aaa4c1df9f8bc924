import type { EvaluationSheet, EvaluationVersionShape } from '@jifen/contracts';
import { type EvaluationSettings, period } from '@jifen/domain';
import { z } from 'zod';
import { keptReader, type VersionedStore } from '../record/versioned.store.ts';

/** Every decision on the county's evaluation that is still in force, or will be; `at` is business time. */
export type KeptEvaluation = { versions: EvaluationSheet['versions'] };

/** One document: there is one county to an installation. */
export type EvaluationStore = VersionedStore<KeptEvaluation>;
export const evaluationId = 'county';

export const evaluations = keptReader<KeptEvaluation>(
  'evaluations',
  z.object({
    versions: z.array(
      z.object({
        from: z.string(),
        evaluation: z.enum(['month', 'quarter']),
        merged: z.array(z.tuple([z.string(), z.string()])),
        at: z.number(),
        reason: z.string(),
      }),
    ),
  }),
);

export const settingsOf = ({ versions }: KeptEvaluation): EvaluationSettings => versions.map(versionOf);

export function versionOf({ from, evaluation, merged }: EvaluationVersionShape): EvaluationSettings[number] {
  return { from: period(from), evaluation, merged: merged.map(([earlier, later]) => [period(earlier), period(later)]) };
}

export async function evaluationOf(store: EvaluationStore): Promise<EvaluationSettings> {
  const [kept] = await store.byIds([evaluationId]);
  return kept ? settingsOf(kept.value) : [];
}
