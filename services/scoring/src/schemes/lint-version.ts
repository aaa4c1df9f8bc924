import { keepFindings, ok, type Result } from '@jifen/domain';
import { type Asked, changeVersion, type SchemeRefusal, type VersionPorts } from './change-version.ts';
import { findingsOf } from './findings-of.ts';
import type { SchemeVersionRecord } from './scheme-version.store.ts';

/** What the linter finds is kept with the version; what it finds again is not written again. */
export function lintVersion(ports: VersionPorts, asked: Asked): Promise<Result<SchemeVersionRecord, SchemeRefusal>> {
  return changeVersion(ports, asked, (record) => {
    const findings = findingsOf(record.scheme);
    const state = keepFindings(record.state, findings);
    if (!state.ok) return state;
    if (JSON.stringify(state.value) === JSON.stringify(record.state)) return ok('same');
    return ok({ record: { ...record, state: state.value }, details: { findings: findings.length } });
  });
}
