import { type Evaluation, evaluate, type PreparedScheme } from '@jifen/domain';
import { commandLineWords, conflictSentence, explainSteps, periodName } from '@jifen/wording';
import { type Answer, refused } from './answer.ts';
import { findingLines, loadFacts, loadPrepared } from './load.ts';

type Asked = { readonly schemeFile: string; readonly factsFile: string; readonly json: boolean; readonly explain: boolean };

function titlesOf({ nodes }: PreparedScheme): (node: string) => string {
  return (node) => nodes.get(node)?.node.title ?? node;
}

function named(options: readonly { readonly id: string; readonly title: string }[] | undefined, id: string | null): string | null {
  return options?.find((option) => option.id === id)?.title ?? null;
}

function summary({ scheme, nodes }: PreparedScheme, result: Evaluation): readonly string[] {
  const words = commandLineWords;
  const titleOf = (node: string | undefined) => (node === undefined ? '' : (nodes.get(node)?.node.title ?? node));
  const lists = result.lists.map(({ list, period, band }) => {
    const found = scheme.lists?.find(({ id }) => id === list);
    return words.listed(found?.title ?? list, periodName(period, scheme.year.startsInMonth), named(found?.bands, band) ?? '无');
  });
  const rungs = result.ladders.flatMap(({ ladder, rung }) => named(scheme.ladders?.find(({ id }) => id === ladder)?.rungs, rung) ?? []);
  const proposals = result.proposals.map((id) => named(scheme.proposals, id) ?? id);
  const conflicts = result.conflicts.map((conflict) => words.conflict(conflictSentence(conflict, titleOf(conflict.node))));
  return [
    words.total(result.total),
    ...(result.computed === result.total ? [] : [words.computed(result.computed)]),
    words.grade(named(scheme.grading?.grades, result.grade.id), result.grade.basis),
    ...lists,
    ...[...rungs, ...proposals].map(words.proposal),
    ...result.setAside.map(({ entry, counts }) => words.setAside(entry, counts)),
    ...conflicts,
  ];
}

/** `scheme evaluate`: the score of one member, with the reason for every number where it is asked for. */
export function evaluateScheme({ schemeFile, factsFile, json, explain }: Asked): Answer {
  const ready = loadPrepared(schemeFile);
  if (!ready.ok) return refused(ready.sentences);
  const facts = loadFacts(factsFile, ready.value);
  if (!facts.ok) return refused(facts.sentences);
  const evaluated = evaluate(ready.value, facts.value);
  if (!evaluated.ok) return refused(findingLines(factsFile, evaluated.refusal));
  const result = evaluated.value;
  const exitCode = result.conflicts.length > 0 ? 1 : 0;
  if (json) return { exitCode, output: [JSON.stringify(result, null, 2)], errors: [] };
  const { startsInMonth } = ready.value.scheme.year;
  const explained = ({ trace }: Evaluation) =>
    trace.flatMap((step) => explainSteps(step, titlesOf(ready.value), { period: step.period, depth: 0, startsInMonth }));
  const reasons = explain ? explained(result) : [];
  return { exitCode, output: [...summary(ready.value, result), ...reasons], errors: [] };
}
