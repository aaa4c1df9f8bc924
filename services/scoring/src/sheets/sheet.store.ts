import { documentReader } from '@jifen/service-kit';
import { z } from 'zod';

const text = z.string();
const number = z.number();

const totals = z.object({ base: number, task: number, reward: number, honour: number, total: number });

export const sheetFigures = z.object({
  memberId: text,
  period: text,
  /** Hundredths. */
  ceiling: number,
  totals,
  yearToDate: totals.extend({ baseBalance: number, possibleMaximum: number, rewardSurplus: number }),
});

/** Without its trace. */
export type SheetTotals = z.infer<typeof sheetFigures>;

export const sheet = sheetFigures.extend({
  /** `member/period` */
  _id: text,
  branchId: text,
  year: number,
  trace: z.array(z.object({ code: text, values: z.record(text, z.union([text, number])) })),
  /** SHA-256 over the domain's canonical text of total and components. */
  hash: text,
  /** How many rows of the ledger it was made of: a sheet of fewer rows never replaces one of more. */
  rowCount: number,
});

/** A member's month as the ledger makes it; recomputed at any time with the same result. */
export type Sheet = z.infer<typeof sheet>;

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

export const sheetTotals = documentReader('sheets', sheetFigures);
export const sheets = documentReader('sheets', sheet);
