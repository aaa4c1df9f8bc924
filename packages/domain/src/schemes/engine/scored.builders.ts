import type { FactEntry, ScoringFacts } from '../language/facts.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aScoringScheme, someFacts } from '../scheme.builders.ts';
import { type Evaluation, evaluate, prepareScheme } from './evaluate.ts';

/** The result of a scheme with this score on these entries; unusable input is a mistake of the test. */
export function scored(
  score: SchemeNode,
  entries: readonly Partial<FactEntry>[],
  facts: Partial<ScoringFacts> = {},
  own: Partial<ScoringScheme> = {},
): Evaluation {
  const ready = prepareScheme(aScoringScheme(score, own));
  if (!ready.ok) throw new Error(JSON.stringify(ready.refusal));
  const result = evaluate(ready.value, someFacts(entries, facts));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
