import { chained, chainStart } from '@jifen/service-kit';
import type { HistoryEvent } from './history.ts';
import type { RecordedAct, RecordedRow, Snapshot } from './snapshot.ts';

const month = { branchId: 'dongwan', period: '2026-10' };
const auditKey = new Uint8Array(32).fill(7);

/** One attempt of one write, with its answer. */
export function attempt(key: string, type: 'ok' | 'fail' | 'info', answer = 'effective'): HistoryEvent[] {
  const base = { op: 'apply', key, value: { ...month, kind: 'application' } } as const;
  return [
    { ...base, type: 'invoke', t: 1 },
    { ...base, type, value: { ...base.value, answer }, t: 2 },
  ];
}

export const application = (id: string, memberId: string): RecordedAct => ({
  _id: id,
  ...month,
  memberId,
  businessKey: `dongwan/2026-10/application/1/${memberId}`,
  live: true,
  status: 'effective',
  at: 10,
  content: { kind: 'application' },
});

export const resolution: RecordedAct = {
  _id: 'resolution',
  ...month,
  businessKey: 'dongwan/2026-10/meeting/1/1',
  live: true,
  status: 'effective',
  at: 20,
  content: { kind: 'record-meeting', carried: true },
};

export const row = (index: number, amount: number): RecordedRow => ({
  _id: `resolution/wang/task/${index}`,
  memberId: 'wang',
  ...month,
  component: 'task',
  item: 'monthly-task',
  amount,
  actId: 'resolution',
});

/** Wang and Li have applied, and Wang's line is resolved; everything agrees. */
export function soundSnapshot(): Snapshot {
  const counters = { due: 3, applied: 2, onBehalf: 0, late: 0, absent: 1, objections: 0, heldBack: 0 };
  const participants = [{ memberId: 'wang' }, { memberId: 'li' }, { memberId: 'chen' }];
  const actIds = ['wang-applies', 'li-applies', 'resolution'];
  return {
    acts: [application('wang-applies', 'wang'), application('li-applies', 'li'), resolution],
    months: [{ _id: 'dongwan/2026-10', stage: 'posting', actIds, counters, state: { applicationBy: 100, participants, rounds: [] } }],
    ledger: [row(0, 500), row(1, 50)],
    sheets: [{ _id: 'wang/2026-10', memberId: 'wang', period: '2026-10', totals: { base: 0, task: 550, reward: 0, honour: 0 } }],
    audit: auditOf(actIds),
    auditKey,
    processes: [{ workflowId: 'branch-month/dongwan/2026-10', runId: 'first' }],
    undelivered: 0,
  };
}

function auditOf(actIds: readonly string[]): Snapshot['audit'] {
  const entries: Snapshot['audit'] = [];
  for (const actId of actIds) {
    const record = { eventId: `e-${actId}`, at: 1, actor: 'wang', service: 'console', action: 'application-submitted', target: 'dongwan' };
    const facts = { result: 'done' as const, requestId: 'r', details: { actId } };
    entries.push(chained(entries.at(-1) ?? chainStart, { ...record, ...facts }, auditKey));
  }
  return entries;
}
