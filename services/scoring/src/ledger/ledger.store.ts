export type LedgerComponent = 'base' | 'task' | 'reward' | 'honour';

/** One row of the ledger. Rows are only ever added: a correction adds rows that reverse old ones. */
export type LedgerRow = {
  /** `act/member/component/index` */
  _id: string;
  memberId: string;
  branchId: string;
  period: string;
  year: number;
  round: number;
  component: LedgerComponent;
  item: string;
  /** Hundredths; deductions are negative. */
  amount: number;
  basis?: string | undefined;
  evidence?: string | undefined;
  /** The resolution, or the answer to an objection, that brought the row here. */
  actId: string;
  /** The member who registered the line. */
  registeredBy?: string | undefined;
  meetingOn?: string | undefined;
  /** Business time of the act. */
  at: number;
  onBehalf: boolean;
  /** The row that this one takes back. */
  reverses?: string | undefined;
};

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
