import { documentReader, plain } from '@jifen/service-kit';
import { type LedgerRow, ledgerRow } from './ledger.store.ts';

export const ledgerRows = documentReader('ledger', ledgerRow);
export const storedRow = (row: LedgerRow): LedgerRow => plain(row);
