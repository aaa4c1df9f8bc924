import { verifyAuditChain } from '@jifen/service-kit';
import { checkAcknowledged, checkBusinessKeys, checkEffects, checkWithdrawals } from './check-acts.ts';
import { checkCounters } from './check-counters.ts';
import { checkLedger } from './check-ledger.ts';
import { broken, doubled, type Finding, lost, repeated } from './finding.ts';
import { type HistoryEvent, knownOf } from './history.ts';
import type { Snapshot } from './snapshot.ts';

/** Compares the answers to the clients with the record. No finding means nothing lost and nothing doubled. */
export async function check(history: readonly HistoryEvent[], snapshot: Snapshot): Promise<Finding[]> {
  return [
    ...checkAcknowledged(history, snapshot),
    ...checkBusinessKeys(snapshot),
    ...checkEffects(snapshot),
    ...checkWithdrawals(snapshot),
    ...checkCounters(snapshot),
    ...checkLedger(snapshot),
    ...(await checkAudit(history, snapshot)),
    ...checkProcesses(snapshot),
    ...(snapshot.undelivered > 0 ? [broken(`${snapshot.undelivered} documents have events that are not delivered`)] : []),
  ];
}

/** The audit chain verifies, and every acknowledged act has exactly one entry. */
async function checkAudit(history: readonly HistoryEvent[], { audit, auditKey }: Snapshot): Promise<Finding[]> {
  const verdict = await verifyAuditChain(audit, auditKey);
  const chain = verdict.ok ? [] : [broken(`the audit chain is ${verdict.fault} at ${verdict.seq}`)];
  const entries = audit.flatMap(({ result, details }) => (result === 'done' && details?.actId ? [String(details.actId)] : []));
  const audited = new Set(entries);
  const acknowledged = knownOf(history).filter(({ outcome }) => outcome === 'ok');
  return [
    ...chain,
    ...repeated(entries, (id) => id).map((id) => doubled(`the audit has ${id} twice`)),
    ...acknowledged.filter(({ key }) => !audited.has(key)).map(({ key }) => lost(`the audit does not know ${key}`)),
  ];
}

/** Every open month has exactly one process. */
function checkProcesses({ months, processes }: Snapshot): Finding[] {
  const running = new Set(processes.map(({ workflowId }) => workflowId));
  const expected = months.filter(({ stage }) => stage !== 'closed').map(({ _id }) => `branch-month/${_id}`);
  return [
    ...repeated(processes, ({ workflowId }) => workflowId).map((id) => doubled(`${id} runs twice`)),
    ...expected.filter((id) => !running.has(id)).map((id) => lost(`${id} does not run`)),
  ];
}
