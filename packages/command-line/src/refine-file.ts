import { refineScheme } from '@jifen/domain';
import { type Answer, refused } from './answer.ts';
import { findingLines, loadRefinement, loadScheme } from './load.ts';

/** `scheme refine`: an organisation's refinement of its superior's scheme, ready for lint and evaluate. */
export function refineFile(schemeFile: string, refinementFile: string): Answer {
  const parent = loadScheme(schemeFile);
  if (!parent.ok) return refused(parent.sentences);
  const refinement = loadRefinement(refinementFile);
  if (!refinement.ok) return refused(refinement.sentences);
  const refined = refineScheme(parent.value, refinement.value);
  if (!refined.ok) return { exitCode: 1, output: findingLines(refinementFile, refined.refusal), errors: [] };
  return { exitCode: 0, output: [JSON.stringify(refined.value, null, 2)], errors: [] };
}
