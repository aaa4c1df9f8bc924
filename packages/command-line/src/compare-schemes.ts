import { type Evaluation, evaluate, type PreparedScheme } from '@jifen/domain';
import { commandLineWords, periodName } from '@jifen/wording';
import { type Answer, refused } from './answer.ts';
import { findingLines, type Loaded, loadFacts, loadPrepared } from './load.ts';

type Asked = { readonly oldFile: string; readonly newFile: string; readonly factsFile: string; readonly json: boolean };
type Scored = { readonly ready: PreparedScheme; readonly result: Evaluation };

function score(schemeFile: string, factsFile: string): Loaded<Scored> {
  const ready = loadPrepared(schemeFile);
  if (!ready.ok) return ready;
  const facts = loadFacts(factsFile, ready.value);
  if (!facts.ok) return facts;
  const result = evaluate(ready.value, facts.value);
  return result.ok
    ? { ok: true, value: { ready: ready.value, result: result.value } }
    : { ok: false, sentences: findingLines(factsFile, result.refusal) };
}

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

const gradeTitle = ({ ready, result }: Scored): string =>
  ready.scheme.grading?.grades.find(({ id }) => id === result.grade.id)?.title ?? commandLineWords.noGrade;

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
  if (!json) return { exitCode, output: lines(before.value, after.value, changed), errors: [] };
  const total = { before: old.total, after: now.total };
  const grade = { before: old.grade.id, after: now.grade.id };
  return { exitCode, output: [JSON.stringify({ total, grade, components: changed }, null, 2)], errors: [] };
}
