import { keepCompared, ok, refuse } from '@jifen/domain';
import { type Asked, changeVersion, type VersionAnswer, type VersionPorts } from './change-version.ts';

/** Somebody has looked at what the draft would change, all of it. */
export function confirmComparison(ports: VersionPorts, asked: Asked & { comparisonId: string }): VersionAnswer {
  const { comparisonId } = asked;
  return changeVersion(ports, asked, (record) => {
    const state = keepCompared(record.state, comparisonId);
    if (!state.ok) return state;
    const { comparison } = record;
    if (comparison?.id !== comparisonId) return refuse({ code: 'not-found' });
    if (comparison.status !== 'finished') return refuse({ code: 'comparison-not-finished' });
    if (JSON.stringify(state.value) === JSON.stringify(record.state)) return ok('same');
    return ok({ record: { ...record, state: state.value }, details: { comparisonId } });
  });
}
