import { type AuditEntry, keyFor } from '@jifen/service-kit';
import { Client, Connection } from '@temporalio/client';
import { createConnection, type Connection as Store } from 'mongoose';
import type { RecordedAct, RecordedMonth, RecordedRow, RecordedSheet, Snapshot } from './snapshot.ts';

export type Servers = { mongoUrl: string; temporalAddress: string; temporalNamespace: string; auditSecret: string };

const patienceMs = 120_000;
const everyMs = 250;

/** Waits until all outboxes are empty, then reads the record and the open processes. */
export async function readSnapshot(servers: Servers): Promise<Snapshot> {
  const store = await createConnection(servers.mongoUrl, { dbName: 'jifen_scoring', serverSelectionTimeoutMS: 30_000 }).asPromise();
  try {
    const undelivered = await drained(store);
    const all = <T extends object>(name: string, without: object) => store.collection<T>(name).find({}, { projection: without }).toArray();
    return {
      acts: await all<RecordedAct>('acts', { pending: 0 }),
      months: await all<RecordedMonth>('branchMonths', { pending: 0, scheme: 0 }),
      ledger: await all<RecordedRow>('ledger', {}),
      sheets: await all<RecordedSheet>('sheets', { trace: 0 }),
      audit: await store.collection<AuditEntry>('audit').find().sort({ seq: 1 }).toArray(),
      auditKey: keyFor('audit', servers.auditSecret),
      processes: await openProcesses(servers),
      undelivered,
    };
  } finally {
    await store.close();
  }
}

/** Documents with undelivered events after the time limit; there should be none. */
async function drained(store: Store): Promise<number> {
  const end = Date.now() + patienceMs;
  const onTheirWay = async () => {
    const counts = ['acts', 'branchMonths', 'countyMonths'].map((name) =>
      store.collection(name).countDocuments({ 'pending.0': { $exists: true } }),
    );
    return (await Promise.all([...counts, store.collection('auditInbox').countDocuments()])).reduce((sum, count) => sum + count, 0);
  };
  for (let left = await onTheirWay(); ; left = await onTheirWay()) {
    if (left === 0 || Date.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function openProcesses({ temporalAddress: address, temporalNamespace: namespace }: Servers): Promise<Snapshot['processes']> {
  const connection = await Connection.connect({ address });
  const processes: Snapshot['processes'] = [];
  try {
    const { workflow } = new Client({ connection, namespace });
    for await (const { workflowId, runId } of workflow.list({ query: 'ExecutionStatus = "Running"' }))
      processes.push({ workflowId, runId });
  } finally {
    await connection.close();
  }
  return processes;
}
