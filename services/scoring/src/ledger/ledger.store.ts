import { documentReader } from '@jifen/service-kit';
import { z } from 'zod';

const text = z.string();
const number = z.number();

export const ledgerRow = z.object({
  /** `act/member/component/index` */
  _id: text,
  memberId: text,
  branchId: text,
  period: text,
  year: number,
  round: number,
  component: z.enum(['base', 'task', 'reward', 'honour']),
  item: text,
  /** Hundredths; deductions are negative. */
  amount: number,
  basis: text.optional(),
  evidence: text.optional(),
  /** The resolution, or the answer to an objection, that brought the row here. */
  actId: text,
  /** The member who registered the line. */
  registeredBy: text.optional(),
  meetingOn: text.optional(),
  /** Business time of the act. */
  at: number,
  onBehalf: z.boolean(),
  /** The row that this one takes back. */
  reverses: text.optional(),
});

/** One row of the ledger. Rows are only ever added: a correction adds rows that reverse old ones. */
export type LedgerRow = z.infer<typeof ledgerRow>;

/** Most rows a member's year is read with. */
export const yearRowsLimit = 1_000;

export type LedgerStore = {
  /** Rows that are there already stay as they are; answers how many were added. */
  add(rows: readonly LedgerRow[]): Promise<number>;
  /** All of them, however many: a reversal that is not read would be made a second time. */
  ofMonth(memberIds: readonly string[], period: string): Promise<LedgerRow[]>;
  /** Of these members, of the months of its year up to a period. All of them, in the order of months, then of time. */
  upTo(memberIds: readonly string[], period: string): Promise<LedgerRow[]>;
  /** In the order of months, then of time. */
  ofYear(memberId: string, year: number): Promise<LedgerRow[]>;
};

export const ledgerRows = documentReader('ledger', ledgerRow);
