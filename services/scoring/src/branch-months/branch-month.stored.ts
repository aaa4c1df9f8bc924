import { documentReader, plain } from '@jifen/service-kit';
import { type BranchMonthRecord, branchMonth, branchMonthListed, monthInHand, openMonthKey } from './branch-month.store.ts';
import { lateFrom, wakesOf } from './step-deadline.ts';

const collection = 'branchMonths';
export const monthKeys = documentReader(collection, openMonthKey);
export const monthsListed = documentReader(collection, branchMonthListed);
export const monthsInHand = documentReader(collection, monthInHand);
export const months = documentReader(collection, branchMonth);

/** What indexes need beside the record. */
export const besideMonth = (record: Pick<BranchMonthRecord, 'stage' | 'deadlines' | 'decidedWith' | 'memberWaits' | 'objectionWaits'>) => ({
  closed: record.stage === 'closed',
  lateFrom: lateFrom(record),
  wakes: wakesOf(record),
});

export const storedMonth = (record: BranchMonthRecord) => plain({ ...record, ...besideMonth(record) });
