import { id, sheetView } from '@jifen/contracts';
import { localDateOf } from '@jifen/domain';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { readSheet, type SheetPorts } from './read-sheet.ts';

/** Without a year, the year that business time stands in. */
const query = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100).optional() });

export function sheetRoutes(ports: SheetPorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/sheets/:memberId',
      summary: 'A member’s year: months, entries and why each number.',
      permission: { kind: 'action', action: 'sheet:read' },
      audit: 'none-read',
      request: { params: z.strictObject({ memberId: id }), query },
      response: sheetView,
      async handler({ params, query, caller, now }) {
        const year = query.year ?? Number(localDateOf(now()).slice(0, 4));
        const sheet = await readSheet(ports, { ...params, year, caller, now: now() });
        return sheet.ok ? { status: 200, body: sheet.value } : toProblem(sheet.refusal);
      },
    }),
  ];
}
