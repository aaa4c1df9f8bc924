import { refineScheme } from '@jifen/domain';
import { type Answer, answered, findingLines, inJson, loadRefinement, loadScheme, refused } from './load.ts';

/** `scheme refine`: an organisation's refinement of its superior's scheme, ready for lint and evaluate. */
export function refineFile(schemeFile: string, refinementFile: string): Answer {
  const parent = loadScheme(schemeFile);
  if (!parent.ok) return refused(parent.sentences);
  const refinement = loadRefinement(refinementFile);
  if (!refinement.ok) return refused(refinement.sentences);
  const refined = refineScheme(parent.value, refinement.value);
  return refined.ok ? answered(0, inJson(refined.value)) : answered(1, findingLines(refinementFile, refined.refusal));
}
