import { check } from '../faults/check.ts';
import { readSnapshot, type Servers } from '../faults/read-snapshot.ts';

/** What the record and the processes tell when everything has come to rest. */
export type Found = { ledgerRows: number; openProcesses: string[]; doubled: string[]; broken: string[] };

/** Nothing of a closed month runs any more, nothing took effect twice, and the record is whole in itself. */
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
