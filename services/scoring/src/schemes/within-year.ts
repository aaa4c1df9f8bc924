import {
  type Begins,
  changeWithinYear,
  firstMonthOf,
  type Period,
  period,
  previousPeriod,
  type YearDifferences,
  yearOf,
} from '@jifen/domain';
import type { SchemeLibrary } from '../scheme-library/scheme-library.ts';
import { schemeInForce } from './scheme-in-force.ts';
import { fromOf, type SchemeVersionRecord, type SchemeVersionStore } from './scheme-version.store.ts';

type YearPorts = { versions: Pick<SchemeVersionStore, 'inForce' | 'adoptedFrom'>; library: SchemeLibrary };

/** The first version of the sector that would change within a year what its plans rest on, if this one counted from a month. */
export const changeOnceAdopted = (ports: YearPorts, record: SchemeVersionRecord, from: Period) =>
  changeOf(ports, record, from, [{ from, scheme: record.scheme }]);

/** The same, if this one that counts from a month were taken back. */
export const changeOnceWithdrawn = (ports: YearPorts, record: SchemeVersionRecord, from: Period) => changeOf(ports, record, from, []);

export type Start = { earliest: Period; fixedForTheYear?: YearDifferences };

/** The first month, from this one on, with which the version could begin: where it changes what this year's plans rest on, with the next. */
export async function startOf(ports: YearPorts, record: SchemeVersionRecord, month: Period): Promise<Start> {
  const change = await changeOnceAdopted(ports, record, month);
  if (change?.from !== month) return { earliest: month };
  const { parts, sections } = change;
  return { earliest: firstMonthOf(yearOf(month) + 1), fixedForTheYear: { parts, sections } };
}

async function changeOf({ versions, library }: YearPorts, record: SchemeVersionRecord, from: Period, own: readonly Begins[]) {
  const { _id, countyId, sector } = record;
  const firstMonth = firstMonthOf(yearOf(from));
  const [before, following] = await Promise.all([
    schemeInForce({ versions, library }, { countyId, sector, period: previousPeriod(firstMonth) }),
    versions.adoptedFrom(countyId, sector, firstMonth),
  ]);
  const others = following.flatMap((other) => {
    const begins = fromOf(other);
    return begins === undefined || other._id === _id ? [] : [{ from: period(begins), scheme: other.scheme }];
  });
  return changeWithinYear(before, [...others, ...own]);
}
