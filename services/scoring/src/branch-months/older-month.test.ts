import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { LedgerRow } from '../ledger/ledger.store.ts';
import { sourceScheme } from '../scheme-library/library.ts';
import { sheetMaker } from '../sheets/evaluate-sheet.ts';
import type { Sheet } from '../sheets/sheet.store.ts';
import { aBranchMonth } from './branch-month.builders.ts';
import { currentLine } from './counters.ts';
import { type StoredMonth, wholeMonth } from './older-month.ts';

type Kept = { branchMonths: StoredMonth[]; ledger: LedgerRow[]; sheets: Sheet[] };
const first: Kept = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../tests/upgrade/first-version.json'), 'utf8'));
const closed = first.branchMonths.filter(({ stage }) => stage === 'closed').map((month) => [month._id, month] as const);

describe('a month of the first version', () => {
  it.each(closed)('%s has its scheme in the present form', (_id, month) => {
    const { scheme, sector, state } = wholeMonth(month);
    expect([scheme.format, scheme.id, scheme.version]).toEqual(['jifen-scheme/1', `source-${sector}`, 1]);
    expect([state.profile.id, state.profile.base.yearStart]).toEqual([`source-${sector}`, 2000]);
    expect(state).not.toHaveProperty('scheme');
  });

  it.each(closed)('%s gives every sheet again as it was published', (_id, month) => {
    const record = wholeMonth(month);
    const sheetOf = sheetMaker(record);
    const published = first.sheets.filter((sheet) => sheet.branchId === record.branchId && sheet.period === record.period);
    expect(published.length).toBeGreaterThan(5);
    for (const sheet of published) {
      const of = ({ memberId }: { memberId: string }) => memberId === sheet.memberId;
      const line = currentLine(record.state, sheet.memberId)?.line.resolved?.line;
      const earlier = first.sheets.filter((one) => of(one) && one.period < record.period);
      const rows = first.ledger.filter((row) => of(row) && row.period <= record.period);
      expect(line && sheetOf({ line, earlier, rows })).toEqual(sheet);
    }
  });

  it('that was opened with six points each month keeps its plan', () => {
    const { profile, ...state } = aBranchMonth().state;
    const scheme = { sector: 'village-community' as const, components: { task: { policy: 'six-capped' as const } } };
    const month = wholeMonth({ ...aBranchMonth(), scheme, state: { ...state, scheme } });
    expect(month.scheme.plans).toEqual([{ id: 'task', title: '任务分月度上限', each: '[6,6]', step: '1' }]);
    expect(month.state.profile).toEqual(profile);
  });
});

it('a month of this version is read as it is', () => {
  const month = aBranchMonth();
  expect(month.scheme).toEqual(sourceScheme('village-community'));
  expect(wholeMonth(month)).toEqual(month);
});
