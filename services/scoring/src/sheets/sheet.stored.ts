import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { Sheet, SheetTotals } from './sheet.store.ts';

const text = z.string();
const number = z.number();

const totals = z.object({ base: number, task: number, reward: number, honour: number, total: number });
const figures = {
  memberId: text,
  period: text,
  ceiling: number,
  totals,
  yearToDate: totals.extend({ baseBalance: number, possibleMaximum: number, rewardSurplus: number }),
};

export const sheetTotals = documentReader<SheetTotals>('sheets', z.object(figures));
export const sheets = documentReader<Sheet>(
  'sheets',
  z.object({
    _id: text,
    branchId: text,
    year: number,
    ...figures,
    trace: z.array(z.object({ code: text, values: z.record(text, z.union([text, number])) })),
    hash: text,
    rowCount: number,
  }),
);

export const storedSheet = (sheet: Sheet): Sheet => plain(sheet);
