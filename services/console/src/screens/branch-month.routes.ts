import { type BranchMonthScreen, type BranchMonthView, branchMonthScreen, branchMonthView } from '@jifen/contracts';
import type { LocalDate } from '@jifen/domain';
import { problem, type Route } from '@jifen/service-kit';
import { route } from '../route.ts';
import { refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { businessToday, workingDaysLeft } from './business-day.ts';
import { monthParams } from './params.ts';

type Asker = { actingFor: string | undefined; requestId: string };

/** 支部本月: scoring's view with today's date and the working days that are left. */
export function branchMonthRoutes(upstreams: Upstreams): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/branch-months/:branchId/:period',
      summary: 'A branch’s month with all its lines.',
      permission: { kind: 'action', action: 'console:ask' },
      audit: 'none-read',
      request: { params: monthParams },
      response: branchMonthScreen,
      async handler({ params, caller, requestId }) {
        const asker = { actingFor: caller.personId, requestId };
        const path = `/branch-months/${params.branchId}/${params.period}`;
        const [view, today] = await Promise.all([
          upstreams.scoring.request({ method: 'get', path, response: branchMonthView, ...asker }),
          businessToday(upstreams, asker),
        ]);
        if (!view.ok) return refusalReply(view.refusal);
        if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
        return { status: 200, body: await screenOf(upstreams, view.value, today, asker) };
      },
    }),
  ];
}

async function screenOf(upstreams: Upstreams, view: BranchMonthView, today: LocalDate, asker: Asker): Promise<BranchMonthScreen> {
  const lastDay = view.next?.lastDay;
  const screen = { ...view, today };
  if (lastDay === undefined) return screen;
  const left = await workingDaysLeft(upstreams, { today, lastDay: lastDay as LocalDate }, asker);
  return { ...screen, ...(left === undefined ? {} : { workingDaysLeft: left }) };
}
