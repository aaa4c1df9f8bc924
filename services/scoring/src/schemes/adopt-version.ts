import type { SchemeAdoption } from '@jifen/contracts';
import { type Adoption, adoptVersion as adopted, type LocalDate, localDateOf, ok, period, refuse } from '@jifen/domain';
import { type Asked, changeVersion, type VersionAnswer, type VersionPorts } from './change-version.ts';
import { findingsOf } from './lint-version.ts';
import { newestOpened, type SectorPorts } from './months-of-sector.ts';
import type { SchemeVersionRecord } from './scheme-version.store.ts';
import { changeOnceAdopted } from './within-year.ts';

export type AdoptPorts = VersionPorts & SectorPorts;

/** In force from a month on, by the county's document. Months are opened from what is in force on that day, so none of them may be open yet. */
export async function adoptVersion(ports: AdoptPorts, asked: Asked & { adoption: SchemeAdoption; replaces: number }): VersionAnswer {
  const adoption = adoptionOf(asked.adoption);
  const decide = async (record: SchemeVersionRecord) => {
    if (record.state.status === 'adopted' && JSON.stringify(record.state.adoption) === JSON.stringify(adoption)) return ok('same' as const);
    const opened = await newestOpened(ports, record.countyId, record.sector, adoption.from);
    const today = localDateOf(asked.now);
    const withinYear = await changeOnceAdopted(ports, record, adoption.from);
    const state = adopted(record.state, adoption, { findings: findingsOf(record.scheme), today, opened, withinYear });
    if (!state.ok) return state;
    if (asked.replaces !== record.revision) return refuse({ code: 'scheme-changed-meanwhile' as const, revision: record.revision });
    return ok({ record: { ...record, state: state.value }, details: { sector: record.sector, ...adoption } });
  };
  return changeVersion(ports, asked, decide, 'scheme:adopt');
}

const adoptionOf = ({ from, document, reason }: SchemeAdoption): Adoption => ({
  from: period(from),
  document: { number: document.number, on: document.on as LocalDate },
  reason,
});
