import type { SchemeInForce, SchemeVersionsPage, SchemeVersionView, SectorName } from '@jifen/contracts';
import { localDateOf, nextPeriod, ok, period, type Result } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { CardStore } from '../cards/card.store.ts';
import { sourceOf } from '../scheme-library/scheme-library.ts';
import { ownVersion, type SchemeRefusal, type VersionPorts } from './change-version.ts';
import { newestOpened, type SectorPorts } from './months-of-sector.ts';
import { countyFor, ownCounty } from './scheme-access.ts';
import { fromOf, type SchemeVersionRecord } from './scheme-version.store.ts';
import { listedView, peopleIn, versionView } from './version-view.ts';
import { startOf } from './within-year.ts';

export type ReadPorts = Pick<VersionPorts, 'versions' | 'library'> & SectorPorts & { cards: Pick<CardStore, 'members'> };
type Reading = { caller: Caller; now: number };

const pageSize = 20;
const monthNow = (now: number) => localDateOf(now).slice(0, 7);

async function untilOf({ versions }: ReadPorts, record: Pick<SchemeVersionRecord, 'countyId' | 'sector' | 'state'>) {
  const from = fromOf(record);
  return from === undefined ? undefined : (await versions.nextAfter(record.countyId, record.sector, from))?.from;
}

/** The county's versions of a sector, the newest first. */
export async function listVersions(
  ports: ReadPorts,
  { sector, page, caller, now }: Reading & { sector: SectorName; page: number },
): Promise<Result<SchemeVersionsPage, SchemeRefusal>> {
  const county = ownCounty(caller, 'scheme:draft', now);
  if (!county.ok) return county;
  const { items, total } = await ports.versions.page({ countyId: county.value, sector, page, pageSize });
  const views = await Promise.all(items.map(async (item) => listedView(item, await untilOf(ports, item))));
  return ok({ items: views, page, pageSize, total });
}

/** The version as a use case left it, for its answer. */
export async function viewOf(ports: ReadPorts, record: SchemeVersionRecord, now: number): Promise<SchemeVersionView> {
  const { countyId, sector, comparison } = record;
  const from = fromOf(record);
  const thisMonth = period(monthNow(now));
  const [until, opened, newest, people] = await Promise.all([
    untilOf(ports, record),
    from === undefined ? null : newestOpened(ports, countyId, sector, from),
    newestOpened(ports, countyId, sector, thisMonth),
    peopleIn(ports.cards, comparison),
  ]);
  const start = await startOf(ports, record, newest === null ? thisMonth : nextPeriod(newest));
  return versionView(record, { until, opened, start, people });
}

export async function readVersion(
  ports: ReadPorts,
  { versionId, caller, now }: Reading & { versionId: string },
): Promise<Result<SchemeVersionView, SchemeRefusal>> {
  const record = await ownVersion(ports, { versionId, caller, now });
  return record.ok ? ok(await viewOf(ports, record.value, now)) : record;
}

/** What counts now for a sector of the reader's county, and what is going to. */
export async function readInForce(
  { versions, library }: ReadPorts,
  { sector, caller, now }: Reading & { sector: SectorName },
): Promise<Result<SchemeInForce, SchemeRefusal>> {
  const county = countyFor(caller, 'scheme:read', now);
  if (!county.ok) return county;
  const month = monthNow(now);
  const [adopted, next] = await Promise.all([
    versions.inForce(county.value, sector, month),
    versions.nextAfter(county.value, sector, month),
  ]);
  const scheme = adopted?.scheme ?? sourceOf(library, sector);
  return ok({
    sector,
    period: month,
    title: scheme.title,
    scheme: { ...scheme },
    ...(adopted?.state.status === 'adopted'
      ? { adoption: { ...adopted.state.adoption, document: { ...adopted.state.adoption.document } } }
      : {}),
    ...(next ? { next: { from: next.from, title: next.title } } : {}),
  });
}
