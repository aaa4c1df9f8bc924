import { type Finding, isError, lintScheme, type ScoringScheme } from '@jifen/domain';
import { readyScheme } from '../scheme-library/ready-schemes.ts';

/** What is found in a scheme before it is adopted: the linter's findings, and every place where a branch's months could not follow it. */
export function findingsOf(scheme: ScoringScheme): readonly Finding[] {
  const linted = lintScheme(scheme);
  if (linted.some(isError)) return linted;
  const ready = readyScheme(scheme);
  return ready.ok ? linted : [...linted, ...ready.refusal];
}
