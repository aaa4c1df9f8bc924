import { ok, period, withdrawVersion as withdrawn } from '@jifen/domain';
import type { AdoptPorts } from './adopt-version.ts';
import { type Asked, changeVersion, type VersionAnswer } from './change-version.ts';
import { newestOpened } from './months-of-sector.ts';
import { fromOf, type SchemeVersionRecord } from './scheme-version.store.ts';
import { changeOnceWithdrawn } from './within-year.ts';

/** Taken back before its first month: what counted before counts on. */
export function withdrawVersion(ports: AdoptPorts, asked: Asked & { reason: string }): VersionAnswer {
  const { reason } = asked;
  const decide = async (record: SchemeVersionRecord) => {
    if (record.state.status === 'withdrawn' && record.state.reason === reason) return ok('same' as const);
    const from = fromOf(record);
    const opened = from === undefined ? null : await newestOpened(ports, record.countyId, record.sector, from);
    const withinYear = from === undefined ? null : await changeOnceWithdrawn(ports, record, period(from));
    const state = withdrawn(record.state, { reason, opened, withinYear });
    return state.ok ? ok({ record: { ...record, state: state.value }, details: { reason } }) : state;
  };
  return changeVersion(ports, asked, decide, 'scheme:adopt');
}
