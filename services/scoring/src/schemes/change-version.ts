import { type Result, refuse, type VersionRefusal } from '@jifen/domain';
import type { Caller, PendingEvent, RouteAudit } from '@jifen/service-kit';
import type { AccessRefusal } from '../access/access.ts';
import type { Wake } from '../outbox/events.ts';
import type { SchemeLibrary } from '../scheme-library/scheme-library.ts';
import { ownCounty } from './scheme-access.ts';
import { fromOf, type SchemeVersionRecord, type SchemeVersionStore } from './scheme-version.store.ts';

export type Asked = { versionId: string; caller: Caller; now: number; audit: RouteAudit['pending'] };
export type VersionPorts = { versions: SchemeVersionStore; library: SchemeLibrary; wake: Wake };

/** Why a scheme's file cannot be read, place by place. */
export type UnreadableScheme = {
  code: 'scheme-unreadable';
  reasons: readonly { code: string; path: string; values: Readonly<Record<string, string>> }[];
};
export type SchemeRefusal =
  | AccessRefusal
  | VersionRefusal
  | UnreadableScheme
  | { code: 'different-body' }
  | { code: 'unknown-library-scheme'; name: string }
  | { code: 'scheme-changed-meanwhile'; revision: number }
  | { code: 'scheme-month-taken'; from: string }
  | { code: 'comparison-not-finished' }
  | { code: 'no-settled-month'; year: number };

export type Change = { record: SchemeVersionRecord; details?: Record<string, unknown>; events?: readonly PendingEvent[] };
/** `same`: it is so already. */
export type Decision = Result<Change | 'same', SchemeRefusal>;
type Decide = (record: SchemeVersionRecord) => Decision | Promise<Decision>;

/** A version as it is now, or why not. */
export type VersionAnswer = Promise<Result<SchemeVersionRecord, SchemeRefusal>>;

const attempts = 5;

/** A version of the caller's own county, or nothing that they could know of. */
export async function ownVersion(
  { versions }: Pick<VersionPorts, 'versions'>,
  { versionId, caller, now }: Omit<Asked, 'audit'>,
  action: 'scheme:draft' | 'scheme:adopt' = 'scheme:draft',
): VersionAnswer {
  const county = ownCounty(caller, action, now);
  if (!county.ok) return county;
  const record = await versions.find(versionId);
  return record?.countyId === county.value ? { ok: true, value: record } : refuse({ code: 'not-found' });
}

/** Reads, decides and writes with the audit record in the same write; decided anew when somebody else has written meanwhile. */
export async function changeVersion(
  ports: VersionPorts,
  asked: Asked,
  decide: Decide,
  action: 'scheme:draft' | 'scheme:adopt' = 'scheme:draft',
): VersionAnswer {
  for (let attempt = 1; ; attempt += 1) {
    const found = await ownVersion(ports, asked, action);
    if (!found.ok) return found;
    const decided = await decide(found.value);
    if (!decided.ok) return decided;
    if (decided.value === 'same') return found;
    const { record, details, events = [] } = decided.value;
    const changed = { ...record, version: found.value.version + 1, changedAt: asked.now };
    const organisation = `/${record.countyId}`;
    const audited = asked.audit({ target: `scheme-version/${record._id}`, organisation, details: { number: record.number, ...details } });
    const written = await ports.versions.update(changed, [audited, ...events]);
    ports.wake('schemeVersions');
    if (written === 'written') return { ok: true, value: changed };
    if (written === 'month-taken') return refuse({ code: 'scheme-month-taken', from: fromOf(changed) ?? '' });
    if (attempt >= attempts) throw new Error(`${record._id} is written by too many at once`);
  }
}
