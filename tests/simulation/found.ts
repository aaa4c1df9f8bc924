import { check } from '../faults/check.ts';
import { readSnapshot, type Servers } from '../faults/read-snapshot.ts';

/** Checks the record and the workflows when all outboxes are empty. */
export type Found = { ledgerRows: number; openProcesses: string[]; doubled: string[]; broken: string[] };

/** No workflow of a closed month runs, nothing took effect twice, and the record is consistent. */
export async function lookIntoRecord(servers: Servers): Promise<Found> {
  const snapshot = await readSnapshot(servers);
  const findings = await check([], snapshot);
  const of = (isDoubled: boolean) => findings.filter(({ fault }) => (fault === 'doubled') === isDoubled).map(({ what }) => what);
  return {
    ledgerRows: snapshot.ledger.length,
    openProcesses: snapshot.processes.map(({ workflowId }) => workflowId),
    doubled: of(true),
    broken: of(false),
  };
}
