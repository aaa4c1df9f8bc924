import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { LedgerRow } from './ledger.store.ts';

const text = z.string();
const number = z.number();

export const ledgerRows = documentReader<LedgerRow>(
  'ledger',
  z.object({
    _id: text,
    memberId: text,
    branchId: text,
    period: text,
    year: number,
    round: number,
    component: z.enum(['base', 'task', 'reward', 'honour']),
    item: text,
    amount: number,
    basis: text.optional(),
    evidence: text.optional(),
    actId: text,
    registeredBy: text.optional(),
    meetingOn: text.optional(),
    at: number,
    onBehalf: z.boolean(),
    reverses: text.optional(),
  }),
);

export const storedRow = (row: LedgerRow): LedgerRow => plain(row);
