import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import type { CountyMonthRecord } from './county-month.store.ts';

const text = z.string();
const number = z.number();

const refusal = z.object({ branchName: text, code: text, facts: z.record(text, z.unknown()), at: number });

export const countyMonths = documentReader<CountyMonthRecord>(
  'countyMonths',
  z.object({
    _id: text,
    countyId: text,
    period: text,
    begunAt: number,
    finishedAt: number.optional(),
    counts: z.object({ branches: number, open: number }).optional(),
    refusals: z.record(text, refusal),
  }),
);

export const storedCountyMonth = (record: CountyMonthRecord): CountyMonthRecord => plain(record);
