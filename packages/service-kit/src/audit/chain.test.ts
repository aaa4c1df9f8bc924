import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditRecord } from './audit-record.ts';
import { type AuditEntry, canonicalJson, chained, chainStart, verifyAuditChain } from './chain.ts';

const key = new Uint8Array(32).fill(7);

const record = (n: number): AuditRecord => ({
  eventId: `e${n}`,
  at: 1_792_890_000_000 + n,
  actor: 'wang',
  service: 'console',
  role: undefined,
  action: 'note-written',
  target: `note-${n}`,
  result: 'done',
  requestId: 'request-1',
  details: { z: 1, a: [1, { y: 2, b: 3 }] },
});

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let n = 1; n <= length; n += 1) entries.push(chained(entries.at(-1) ?? chainStart, record(n), key));
  return entries;
}

const chain = chainOf(8);
const head = { seq: 8, hash: chain[7]?.hash ?? '' };

describe('the audit chain', () => {
  it('verifies as it was written, and after a store has reordered its keys', async () => {
    const reordered = chain.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as AuditEntry);
    expect(await verifyAuditChain(chain, key)).toEqual({ ok: true, head });
    expect(await verifyAuditChain(reordered, key)).toEqual({ ok: true, head });
  });

  it('shows any changed letter', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom('actor', 'action', 'target', 'result', 'requestId', '_id'));
    await fc.assert(
      fc.asyncProperty(change, async ([place, field]) => {
        const changed = chain.map((entry, n) => (n === place ? { ...entry, [field]: `${entry[field as keyof AuditEntry]}!` } : entry));
        expect(await verifyAuditChain(changed as AuditEntry[], key)).toEqual({ ok: false, seq: place + 1, fault: 'changed' });
      }),
    );
  });

  it('shows a removed and an exchanged entry', async () => {
    expect(await verifyAuditChain(chain.toSpliced(3, 1), key)).toEqual({ ok: false, seq: 4, fault: 'missing' });
    const exchanged = chain.toSpliced(3, 2, ...chain.slice(3, 5).reverse());
    expect(await verifyAuditChain(exchanged, key)).toEqual({ ok: false, seq: 4, fault: 'missing' });
  });

  it('shows a cut tail only to whoever kept a checkpoint', async () => {
    const cut = chain.slice(0, 6);
    expect((await verifyAuditChain(cut, key)).ok).toBe(true);
    expect(await verifyAuditChain(cut, key, head)).toEqual({ ok: false, seq: 7, fault: 'shorter-than-checkpoint' });
    expect(await verifyAuditChain(chain, key, { seq: 4, hash: 'x' })).toEqual({ ok: false, seq: 4, fault: 'not-the-checkpoint' });
  });

  it('shows that somebody without the key has rewritten it', async () => {
    const forged = chained(chain[2] ?? chainStart, record(99), new Uint8Array(32).fill(8));
    expect(await verifyAuditChain([...chain.slice(0, 3), forged], key)).toEqual({ ok: false, seq: 4, fault: 'changed' });
  });

  it('is empty at first', async () => {
    expect(await verifyAuditChain([], key)).toEqual({ ok: true, head: { seq: 0, hash: '' } });
  });
});

describe('canonical JSON', () => {
  it('is one text for one value', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: '一' })).toBe('{"a":"一","b":[1,{"c":null}]}');
  });
});
