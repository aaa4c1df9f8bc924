import { branchMonthEndpoints } from '@jifen/contracts';
import { localDateOf } from '@jifen/domain';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { readSheet, type SheetPorts } from './read-sheet.ts';

export function sheetRoutes(ports: SheetPorts): Route[] {
  return [
    implement(branchMonthEndpoints.sheet, async ({ params, query, caller, now }) => {
      const year = query.year ?? Number(localDateOf(now()).slice(0, 4));
      const sheet = await readSheet(ports, { ...params, year, caller, now: now() });
      return sheet.ok ? { status: 200, body: sheet.value } : toProblem(sheet.refusal);
    }),
  ];
}
