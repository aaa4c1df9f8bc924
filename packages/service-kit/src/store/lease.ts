import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isContention } from './store-errors.ts';

type LeaseRow = { _id: string; holder: string; until: number };

/** At most one process works at a time; a dead one is replaced after `leaseMs`. A lease only saves work: work under it stays idempotent. */
export type Lease = { acquire(): Promise<boolean>; release(): Promise<void> };

export type LeaseOptions = { connection: Connection; name: string; leaseMs: number; now?: () => number };

export function createLease({ connection, name, leaseMs, now = Date.now }: LeaseOptions): Lease {
  const holder = randomUUID();
  const leases = connection.collection<LeaseRow>('leases');
  let renewAfter = 0;
  return {
    async acquire() {
      const at = now();
      if (at < renewAfter) return true;
      const free = { _id: name, $or: [{ holder }, { until: { $lte: at } }] };
      const taken = await leases
        .updateOne(free, { $set: { holder, until: at + leaseMs } }, { upsert: true })
        .then(() => true, heldByAnother);
      renewAfter = taken ? at + leaseMs / 3 : 0;
      return taken;
    },
    async release() {
      renewAfter = 0;
      await leases.deleteOne({ _id: name, holder });
    },
  };
}

function heldByAnother(error: unknown): false {
  if (isContention(error)) return false;
  throw error;
}
