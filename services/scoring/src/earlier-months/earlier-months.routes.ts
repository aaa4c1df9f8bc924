import { scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { refusedProblem, toProblem } from '../problems.ts';
import { type ImportPorts, importEarlierMonths } from './import-earlier-months.ts';

export function earlierMonthRoutes(ports: ImportPorts): Route[] {
  return [
    implement(scoringTools.importEarlierMonths, async ({ params: { branchId }, body, caller, now, audit }) => {
      const brought = await importEarlierMonths(ports, { branchId, body, caller, now: now(), audit: audit.pending });
      if (!brought.ok) return brought.refusal.code === 'overtaken' ? refusedProblem(brought.refusal.refusal) : toProblem(brought.refusal);
      const linesOf = (actId: string) => body.months.find((month) => month.actId === actId)?.lines.length ?? 0;
      return { status: 200, body: { months: brought.value.map(({ _id, period }) => ({ period, actId: _id, lines: linesOf(_id) })) } };
    }),
  ];
}
