import { type Finding, isError, lintScheme } from '@jifen/domain';
import { commandLineWords, findingProposal, findingSentence } from '@jifen/wording';
import { type Answer, answered, inJson, loadScheme, refused } from './load.ts';

function line(file: string, finding: Finding): string {
  const sentence = [commandLineWords.severity[finding.severity], findingSentence(finding), findingProposal(finding)].filter(
    (part) => part !== null,
  );
  return commandLineWords.at(file, finding.path, sentence.join(' '));
}

/** `scheme lint`: what looks wrong with a scheme, and what to do about it. */
export function lintFile(file: string, json: boolean): Answer {
  const scheme = loadScheme(file);
  if (!scheme.ok) return refused(scheme.sentences);
  const findings = lintScheme(scheme.value);
  const exitCode = findings.length > 0 ? 1 : 0;
  if (json) return answered(exitCode, inJson(findings));
  if (findings.length === 0) return answered(exitCode, [commandLineWords.nothingFound]);
  return answered(exitCode, [...findings.map((one) => line(file, one)), commandLineWords.adoptable(!findings.some(isError))]);
}
