import { processIds } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { Act, ActKind } from './act.store.ts';

/** The process that an act is sent to, and the round that it is told. */
export type Address = { workflowId: string; round: number };

const publicationKinds: readonly ActKind[] = ['post', 'answer-objection', 'file', 'receive', 'return'];
const meetingStages: readonly string[] = ['applying', 'registering', 'reviewing', 'meeting'];

/**
 * Steps up to the meeting belong to the branch's month, the others to the publication of their round. The answer to an objection of
 * an earlier round goes to the publication that is open now; while there is none it waits.
 */
export function addressOf(record: BranchMonthRecord, act: Act, withdrawn: Act | undefined): Address | undefined {
  const { branchId, period } = record;
  const decided = withdrawn ?? act;
  if (!publicationKinds.includes(decided.kind)) return { workflowId: processIds.branchMonth(branchId, period), round: act.round };
  if (decided.kind !== 'answer-objection') return { workflowId: processIds.publication(branchId, period, decided.round), round: act.round };
  if (meetingStages.includes(record.stage)) return undefined;
  return { workflowId: processIds.publication(branchId, period, record.round), round: record.round };
}
