import { type Finding, lintScheme, mayBeAdopted } from '@jifen/domain';
import { commandLineWords, findingProposal, findingSentence } from '@jifen/wording';
import { type Answer, refused } from './answer.ts';
import { loadScheme } from './load.ts';

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
  if (json) return { exitCode, output: [JSON.stringify(findings, null, 2)], errors: [] };
  if (findings.length === 0) return { exitCode, output: [commandLineWords.nothingFound], errors: [] };
  return {
    exitCode,
    output: [...findings.map((one) => line(file, one)), commandLineWords.adoptable(mayBeAdopted(scheme.value))],
    errors: [],
  };
}
