import { earlierMonthsAnswer, earlierMonthsBody, id } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { refusedProblem, toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type ImportPorts, importEarlierMonths } from './import-earlier-months.ts';

/** Twelve months of the largest branch, pledge by pledge. */
const bodyLimitKb = 8_192;

export function earlierMonthRoutes(ports: ImportPorts): Route[] {
  return [
    route({
      method: 'post',
      path: '/branches/:branchId/earlier-months',
      summary:
        'Brings months that a branch settled on paper into the record (以前月份补录): all of the file, or nothing and every error of it.',
      permission: { kind: 'action', action: 'earlier-month:import' },
      audit: 'earlier-month-brought-in',
      bodyLimitKb,
      request: { params: z.strictObject({ branchId: id }), body: earlierMonthsBody },
      response: earlierMonthsAnswer,
      async handler({ params: { branchId }, body, caller, now, audit }) {
        const brought = await importEarlierMonths(ports, { branchId, body, caller, now: now(), audit: audit.pending });
        if (!brought.ok) return brought.refusal.code === 'overtaken' ? refusedProblem(brought.refusal.refusal) : toProblem(brought.refusal);
        const linesOf = (actId: string) => body.months.find((month) => month.actId === actId)?.lines.length ?? 0;
        return { status: 200, body: { months: brought.value.map(({ _id, period }) => ({ period, actId: _id, lines: linesOf(_id) })) } };
      },
    }),
  ];
}
