import type { Evaluation } from '@jifen/domain';
import { commandLineWords, periodName } from '@jifen/wording';
import { named, type Scored, score } from './evaluate-scheme.ts';
import { type Answer, answered, inJson, refused } from './load.ts';

type Asked = { readonly oldFile: string; readonly newFile: string; readonly factsFile: string; readonly json: boolean };
type Change = { readonly node: string; readonly period: string; readonly before: string | null; readonly after: string | null };

function changes(before: Evaluation, after: Evaluation): readonly Change[] {
  const nodes = [...new Set([...Object.keys(before.components), ...Object.keys(after.components)])].toSorted();
  return nodes.flatMap((node) => {
    const [old, now] = [before.components[node] ?? {}, after.components[node] ?? {}];
    const periods = [...new Set([...Object.keys(old), ...Object.keys(now)])].toSorted();
    return periods
      .map((period) => ({ node, period, before: old[period] ?? null, after: now[period] ?? null }))
      .filter((change) => change.before !== change.after);
  });
}

const gradeTitle = ({ ready, result }: Scored): string => named(ready.scheme.grading?.grades, result.grade.id) ?? commandLineWords.noGrade;

function lines(before: Scored, after: Scored, changed: readonly Change[]): readonly string[] {
  const titleOf = (node: string) => (after.ready.nodes.get(node) ?? before.ready.nodes.get(node))?.node.title ?? node;
  if (changed.length === 0 && gradeTitle(before) === gradeTitle(after)) return [commandLineWords.same];
  return [
    commandLineWords.compared(commandLineWords.comparedTotal, before.result.total, after.result.total),
    commandLineWords.comparedGrade(gradeTitle(before), gradeTitle(after)),
    ...changed.map(({ node, period, ...values }) =>
      commandLineWords.compared(
        `${periodName(period, after.ready.scheme.year.startsInMonth)} ${titleOf(node)}`,
        values.before,
        values.after,
      ),
    ),
  ];
}

/** `scheme compare`: the same facts under two schemes, part by part. */
export function compareSchemes({ oldFile, newFile, factsFile, json }: Asked): Answer {
  const before = score(oldFile, factsFile);
  if (!before.ok) return refused(before.sentences);
  const after = score(newFile, factsFile);
  if (!after.ok) return refused(after.sentences);
  const [old, now] = [before.value.result, after.value.result];
  const exitCode = old.conflicts.length + now.conflicts.length > 0 ? 1 : 0;
  const changed = changes(old, now);
  if (!json) return answered(exitCode, lines(before.value, after.value, changed));
  const total = { before: old.total, after: now.total };
  const grade = { before: old.grade.id, after: now.grade.id };
  return answered(exitCode, inJson({ total, grade, components: changed }));
}
