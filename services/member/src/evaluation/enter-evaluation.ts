import type { EvaluationEntry } from '@jifen/contracts';
import { type EvaluationRefusal, localDateOf, ok, periodOf, type Result, refuse, withEvaluation } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { decideAgainOnConflict, type Kept } from '../record/versioned.store.ts';
import { type EvaluationStore, evaluationId, type KeptEvaluation, settingsOf, versionOf } from './county-evaluation.ts';

export type EnterEvaluationRefusal = EvaluationRefusal | { code: 'evaluation-changed-meanwhile' };

/** `now` is business time. */
type EnterInput = { entry: EvaluationEntry; now: number; audit: PendingEvent };

/**
 * How the county evaluates from a month on that has not begun: no month that may be open is changed. It replaces the version that was
 * looked at, never one that somebody else has entered since; the same sent once more changes nothing.
 */
export function enterEvaluation(
  store: EvaluationStore,
  { entry, now, audit }: EnterInput,
): Promise<Result<Kept<KeptEvaluation>, EnterEvaluationRefusal>> {
  const { replaces, ...version } = entry;
  return decideAgainOnConflict(async () => {
    const kept = await keptIn(store);
    if (isRepeated(kept, entry)) return ok(kept);
    if (kept.version !== replaces) return refuse({ code: 'evaluation-changed-meanwhile' });
    const settled = withEvaluation(settingsOf(kept.value), versionOf(entry), periodOf(localDateOf(now)));
    if (!settled.ok) return settled;
    const standing = kept.value.versions.filter(({ from }) => from < entry.from);
    const value = { versions: [...standing, { ...version, at: now }] };
    await store.write([{ id: evaluationId, value, replaces, events: [audit] }]);
    return ok({ id: evaluationId, version: replaces + 1, value });
  });
}

export async function keptIn(store: EvaluationStore): Promise<Kept<KeptEvaluation>> {
  const [kept] = await store.byIds([evaluationId]);
  return kept ?? { id: evaluationId, version: 0, value: { versions: [] } };
}

/** What was entered from the same version with the same words is this entry, sent before. */
function isRepeated({ version, value }: Kept<KeptEvaluation>, { replaces, from, evaluation, merged, reason }: EvaluationEntry): boolean {
  const last = value.versions.at(-1);
  const asked = JSON.stringify([from, evaluation, merged, reason]);
  return version === replaces + 1 && last !== undefined && JSON.stringify([last.from, last.evaluation, last.merged, last.reason]) === asked;
}
