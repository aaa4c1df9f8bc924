import type { componentTotals, traceStep } from '@jifen/contracts';
import type { z } from 'zod';

/** A member's month as the ledger makes it; recomputed at any time with the same result. */
export type Sheet = {
  /** `member/period` */
  _id: string;
  memberId: string;
  branchId: string;
  period: string;
  year: number;
  /** Hundredths. */
  ceiling: number;
  totals: z.infer<typeof componentTotals>;
  yearToDate: z.infer<typeof componentTotals> & { baseBalance: number; possibleMaximum: number; rewardSurplus: number };
  trace: z.infer<typeof traceStep>[];
  /** SHA-256 over the domain's canonical text of total and components. */
  hash: string;
  /** How many rows of the ledger it was made of: a sheet of fewer rows never replaces one of more. */
  rowCount: number;
};

export type SheetTotals = Pick<Sheet, 'memberId' | 'period' | 'ceiling' | 'totals' | 'yearToDate'>;

export const sheetId = (memberId: string, period: string): string => `${memberId}/${period}`;

export type SheetStore = {
  keep(sheets: readonly Sheet[]): Promise<void>;
  /** Of months whose resolution was withdrawn. */
  drop(sheetIds: readonly string[]): Promise<void>;
  /** In the order of months. */
  ofYear(memberId: string, year: number): Promise<Sheet[]>;
  /** Without traces. */
  totalsOfYear(memberIds: readonly string[], year: number): Promise<SheetTotals[]>;
};
