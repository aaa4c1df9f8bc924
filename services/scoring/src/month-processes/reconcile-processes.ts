import { processIds } from '@jifen/contracts';
import { UnreadableDocument } from '@jifen/service-kit';
import type { OpenMonthKey } from '../branch-months/branch-month.store.ts';
import { processesHolding } from './open-processes.ts';
import { publicationInputOf } from './process-inputs.ts';
import { type StartPorts, startProcess } from './start-process.ts';

export type ReconcilePorts = StartPorts;

const pageSize = 50;

/**
 * Temporal is rebuilt, never restored: every open month whose process is missing is started again from the record, and with it its
 * members and its publication; a publication that is missing alone is started alone. Answers what was started; repeated, nothing is.
 * A month that cannot be read keeps no other back.
 */
export async function reconcileProcesses(ports: ReconcilePorts, isUnreadable: (month: UnreadableDocument) => void): Promise<string[]> {
  const started: string[] = [];
  const unlessUnreadable = (error: unknown): string[] => {
    if (!(error instanceof UnreadableDocument)) throw error;
    isUnreadable(error);
    return [];
  };
  let after: string | undefined;
  for (;;) {
    const found = await ports.months.openKeys({ limit: pageSize, ...(after === undefined ? {} : { after }) });
    const page: OpenMonthKey[] = [];
    for (const key of found) {
      if (key instanceof UnreadableDocument) isUnreadable(key);
      else page.push(key);
    }
    const missing = new Set(await ports.processes.missing(page.flatMap(expectedOf)));
    const incomplete = page.filter((key) => expectedOf(key).some((workflowId) => missing.has(workflowId)));
    for (const key of incomplete) started.push(...(await restart(ports, key, missing).catch(unlessUnreadable)));
    if (found.length < pageSize) return started;
    after = idOf(found.at(-1));
  }
}

const idOf = (key: OpenMonthKey | UnreadableDocument | undefined) => (key instanceof UnreadableDocument ? key.place.id : key?._id);

/** While the ledger misses a resolution there is nothing to publish yet. */
export const expectedOf = (key: OpenMonthKey): string[] =>
  key.awaitingProjection === undefined ? processesHolding(key) : processesHolding(key).slice(0, 1);

export async function restart(ports: ReconcilePorts, { branchId, period }: OpenMonthKey, missing: ReadonlySet<string>): Promise<string[]> {
  const branchMonth = processIds.branchMonth(branchId, period);
  if (missing.has(branchMonth)) return (await startProcess(ports, branchId, period)) === 'started' ? [branchMonth] : [];
  const record = await ports.months.find(branchId, period);
  const publication = record && record.stage !== 'closed' ? expectedOf(record)[1] : undefined;
  if (!record || publication === undefined || !missing.has(publication)) return [];
  const outcome = await ports.processes.startPublication(publicationInputOf(record, ports.clock.reading()));
  return outcome === 'started' ? [publication] : [];
}
