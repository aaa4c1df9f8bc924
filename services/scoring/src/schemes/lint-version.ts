import { type Finding, isError, keepFindings, lintScheme, ok, type ScoringScheme } from '@jifen/domain';
import { readyScheme } from '../scheme-library/ready-schemes.ts';
import { type Asked, changeVersion, type VersionAnswer, type VersionPorts } from './change-version.ts';

/** What the linter finds is kept with the version; what it finds again is not written again. */
export function lintVersion(ports: VersionPorts, asked: Asked): VersionAnswer {
  return changeVersion(ports, asked, (record) => {
    const findings = findingsOf(record.scheme);
    const state = keepFindings(record.state, findings);
    if (!state.ok) return state;
    if (JSON.stringify(state.value) === JSON.stringify(record.state)) return ok('same');
    return ok({ record: { ...record, state: state.value }, details: { findings: findings.length } });
  });
}

/** What is found in a scheme before it is adopted: the linter's findings, and every place where a branch's months could not follow it. */
export function findingsOf(scheme: ScoringScheme): readonly Finding[] {
  const linted = lintScheme(scheme);
  if (linted.some(isError)) return linted;
  const ready = readyScheme(scheme);
  return ready.ok ? linted : [...linted, ...ready.refusal];
}
