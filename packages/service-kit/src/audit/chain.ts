import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditRecord } from './audit-record.ts';

export type AuditEntry = Omit<AuditRecord, 'eventId'> & { _id: string; seq: number; prevHash: string; hash: string };
export type ChainHead = { seq: number; hash: string };

/** Before the first entry. */
export const chainStart: ChainHead = { seq: 0, hash: '' };

/** The entry after `head`, in canonical form, so that it is read from a store as it was hashed. */
export function chained(head: ChainHead, { eventId, ...record }: AuditRecord, key: Uint8Array): AuditEntry {
  const unsigned = { _id: eventId, ...record, seq: head.seq + 1, prevHash: head.hash };
  return { ...JSON.parse(canonicalJson(unsigned)), hash: hashOf(unsigned, key) };
}

function hashOf(entry: Omit<AuditEntry, 'hash'>, key: Uint8Array): string {
  return createHmac('sha256', key).update(canonicalJson(entry)).digest('hex');
}

type ChainFault = 'missing' | 'changed' | 'shorter-than-checkpoint' | 'not-the-checkpoint';
export type ChainVerdict = { ok: true; head: ChainHead } | { ok: false; seq: number; fault: ChainFault };

/** Entries in the order of `seq`. Only an earlier checkpoint shows that the end was cut off. */
export async function verifyAuditChain(
  entries: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  key: Uint8Array,
  checkpoint?: ChainHead,
): Promise<ChainVerdict> {
  let head = chainStart;
  for await (const { hash, ...entry } of entries) {
    if (entry.seq !== head.seq + 1 || entry.prevHash !== head.hash) return { ok: false, seq: head.seq + 1, fault: 'missing' };
    if (!sameHash(hash, hashOf(entry, key))) return { ok: false, seq: entry.seq, fault: 'changed' };
    if (entry.seq === checkpoint?.seq && hash !== checkpoint.hash) return { ok: false, seq: entry.seq, fault: 'not-the-checkpoint' };
    head = { seq: entry.seq, hash };
  }
  if (checkpoint && head.seq < checkpoint.seq) return { ok: false, seq: head.seq + 1, fault: 'shorter-than-checkpoint' };
  return { ok: true, head };
}

function sameHash(stored: string, computed: string): boolean {
  return stored.length === computed.length && timingSafeEqual(Buffer.from(stored), Buffer.from(computed));
}

/** One text for one value: keys sorted, undefined left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(byKey)) : inner));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
