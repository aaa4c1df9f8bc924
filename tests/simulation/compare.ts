import { isDeepStrictEqual } from 'node:util';
import type { Expected, ExpectedBranchMonth, ExpectedMember } from './expected.ts';
import type { MonthTotals } from './expected-line.ts';
import type { Listed, Seen, SeenMonth, SeenSheet } from './read-back.ts';

/** One sentence for each difference between the expected results and what the console shows. */
export function compare(expected: Expected, seen: Seen): string[] {
  const sheets = new Map(seen.sheets.map((sheet) => [sheet.memberId, sheet]));
  const list = new Map(seen.list.map((listed) => [`${listed.branchId}/${listed.period}`, listed]));
  const totals = new Map(expected.members.map(({ memberId, months }) => [memberId, months]));
  return [
    ...expected.members.flatMap((member) => sheetDifferences(member, sheets.get(member.memberId))),
    ...expected.branchMonths.flatMap((month) => listDifferences(month, list.get(`${month.branchId}/${month.period}`))),
    ...(list.size > expected.branchMonths.length ? [`the county lists ${list.size} months, not ${expected.branchMonths.length}`] : []),
    ...expected.branchMonths.flatMap((month) =>
      seen.months
        .filter(({ branchId, period }) => branchId === month.branchId && period === month.period)
        .flatMap((one) => monthDifferences(month, one, (memberId) => totals.get(memberId)?.[month.period])),
    ),
  ];
}

const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';

function difference(what: string, is: unknown, expected: unknown): string[] {
  return isDeepStrictEqual(is, expected) ? [] : [`${what}: ${shown(is)}, expected ${shown(expected)}`];
}

function sheetDifferences({ memberId, months, year }: ExpectedMember, sheet: SeenSheet | undefined): string[] {
  if (!sheet) return [`${memberId} has no sheet`];
  const { total, baseBalance, possibleMaximum, rewardSurplus } = sheet.yearToDate;
  const shown = sheet.months.filter(({ totals }) => totals !== undefined).map(({ period }) => period);
  return [
    ...difference(`months on the sheet of ${memberId}`, shown, Object.keys(months)),
    ...Object.entries(months).flatMap(([period, totals]) => {
      const month = sheet.months.find((one) => one.period === period);
      const state = difference(`state of ${period} on the sheet of ${memberId}`, month?.state, 'settled');
      return [...difference(`${period} on the sheet of ${memberId}`, month?.totals, totals), ...state];
    }),
    ...difference(`year on the sheet of ${memberId}`, { total, baseBalance, possibleMaximum, rewardSurplus }, year),
  ];
}

function listDifferences({ branchId, period, counters }: ExpectedBranchMonth, listed: Listed | undefined): string[] {
  const what = `${branchId}/${period} on the county's list`;
  return [...difference(`stage of ${what}`, listed?.stage, 'closed'), ...difference(`counters of ${what}`, listed?.counters, counters)];
}

function monthDifferences(
  { branchId, period, counters, returned }: ExpectedBranchMonth,
  seen: SeenMonth,
  totalsOf: (memberId: string) => MonthTotals | undefined,
): string[] {
  const what = `${branchId}/${period} as ${seen.by} sees it`;
  const rows = Object.entries(seen.totals);
  return [
    ...difference(`stage of ${what}`, seen.stage, 'closed'),
    ...difference(`counters of ${what}`, seen.counters, counters),
    ...difference(`returned filings of ${what}`, seen.returned, returned),
    ...difference(`rows of ${what}`, rows.length, counters.due),
    ...rows.flatMap(([memberId, totals]) => difference(`${memberId} in ${what}`, totals, totalsOf(memberId))),
  ];
}
