import { documentReader, plain } from '@jifen/service-kit';
import { type Sheet, sheet, sheetFigures } from './sheet.store.ts';

export const sheetTotals = documentReader('sheets', sheetFigures);
export const sheets = documentReader('sheets', sheet);
export const storedSheet = (sheet: Sheet): Sheet => plain(sheet);
