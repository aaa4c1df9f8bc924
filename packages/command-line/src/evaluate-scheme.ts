import { type Evaluation, evaluate, type PreparedScheme } from '@jifen/domain';
import { commandLineWords, conflictSentence, explainSteps, periodName } from '@jifen/wording';
import { type Answer, answered, findingLines, inJson, type Loaded, loadFacts, loadPrepared, refused } from './load.ts';

type Asked = { readonly schemeFile: string; readonly factsFile: string; readonly json: boolean; readonly explain: boolean };
export type Scored = { readonly ready: PreparedScheme; readonly result: Evaluation };

/** The facts of one member, scored under a scheme. */
export function score(schemeFile: string, factsFile: string): Loaded<Scored> {
  const ready = loadPrepared(schemeFile);
  if (!ready.ok) return ready;
  const facts = loadFacts(factsFile);
  if (!facts.ok) return facts;
  const result = evaluate(ready.value, facts.value);
  return result.ok
    ? { ok: true, value: { ready: ready.value, result: result.value } }
    : { ok: false, sentences: findingLines(factsFile, result.refusal) };
}

const titlesOf =
  ({ nodes }: PreparedScheme) =>
  (node = ''): string =>
    nodes.get(node)?.node.title ?? node;

/** The title of what is named, if it is there. */
export function named(options: readonly { readonly id: string; readonly title: string }[] | undefined, id: string | null): string | null {
  return options?.find((option) => option.id === id)?.title ?? null;
}

function summary({ ready, result }: Scored): readonly string[] {
  const { scheme } = ready;
  const words = commandLineWords;
  const titleOf = titlesOf(ready);
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
  const scored = score(schemeFile, factsFile);
  if (!scored.ok) return refused(scored.sentences);
  const { ready, result } = scored.value;
  const exitCode = result.conflicts.length > 0 ? 1 : 0;
  if (json) return answered(exitCode, inJson(result));
  const { startsInMonth } = ready.scheme.year;
  const reasons = (explain ? result.trace : []).flatMap((step) =>
    explainSteps(step, titlesOf(ready), { period: step.period, depth: 0, startsInMonth }),
  );
  return answered(exitCode, [...summary(scored.value), ...reasons]);
}
