import { documentReader, plain } from '@jifen/service-kit';
import { type CountyMonthRecord, countyMonth } from './county-month.store.ts';

export const countyMonths = documentReader('countyMonths', countyMonth);
export const storedCountyMonth = (record: CountyMonthRecord): CountyMonthRecord => plain(record);
