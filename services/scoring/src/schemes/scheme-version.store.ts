import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme, Tally, VersionState } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';

/** A draft tried on a year of the record, branch by branch. */
export type ComparisonRecord = {
  id: string;
  year: number;
  /** The last month taken into account; absent for a whole year. */
  until?: string | undefined;
  status: 'running' | 'finished';
  /** What the draft is compared with: what counts now. */
  present: ScoringScheme;
  /** Under which the year's entries were made: their amounts are read by its worths. */
  measured: ScoringScheme;
  branches: { looked: number; all: number };
  /** The last branch that was looked at. */
  after?: string | undefined;
  tally: Tally;
  leftOut: { item: string; code: string; count: number }[];
};

/** A version of a county's scheme for a sector. Once adopted, its scheme never changes. */
export type SchemeVersionRecord = {
  /** From whoever made the draft. */
  _id: string;
  countyId: string;
  sector: SectorName;
  /** Counts the county's versions of the sector, from 1. */
  number: number;
  /** Raised by every write. */
  version: number;
  /** Raised when the scheme is replaced: what somebody decides on is what he looked at. */
  revision: number;
  origin: { kind: 'in-force' | 'library' | 'file'; title: string };
  /** Of the request that made the draft. */
  bodyHash: string;
  scheme: ScoringScheme;
  state: VersionState;
  comparison?: ComparisonRecord | undefined;
  /** Business time. */
  changedAt: number;
};

export type SchemeVersionListedRecord = Pick<SchemeVersionRecord, '_id' | 'countyId' | 'sector' | 'number' | 'state' | 'changedAt'> & {
  title: string;
};
export type Adopted = { from: string; title: string; number: number };

export type SchemeVersionStore = {
  find(versionId: string): Promise<SchemeVersionRecord | undefined>;
  /** `number-taken`: another draft of the sector got this number meanwhile. */
  insert(record: SchemeVersionRecord, events: readonly PendingEvent[]): Promise<'inserted' | 'exists' | 'number-taken'>;
  /**
   * Compare and set: written only while the stored version is `record.version - 1`; with its events. `month-taken`: another adopted
   * version of the sector begins with the same month.
   */
  update(record: SchemeVersionRecord, events: readonly PendingEvent[]): Promise<'written' | 'outdated' | 'month-taken'>;
  /** Newest first. */
  page(query: { countyId: string; sector: SectorName; page: number; pageSize: number }): Promise<{
    items: SchemeVersionListedRecord[];
    total: number;
  }>;
  newestNumber(countyId: string, sector: SectorName): Promise<number>;
  /** The adopted version that begins last before or with this month. */
  inForce(countyId: string, sector: SectorName, period: string): Promise<SchemeVersionRecord | undefined>;
  /** The adopted versions that begin with this month or later, by their months: at most one a month. */
  adoptedFrom(countyId: string, sector: SectorName, period: string): Promise<SchemeVersionRecord[]>;
  /** The adopted version that begins first after this month. */
  nextAfter(countyId: string, sector: SectorName, period: string): Promise<Adopted | undefined>;
};

/** The month from which a version counts, while it does. */
export const fromOf = ({ state }: Pick<SchemeVersionRecord, 'state'>): string | undefined =>
  state.status === 'adopted' ? state.adoption.from : undefined;
