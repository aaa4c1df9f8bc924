import { type BranchMonthScreen, type BranchMonthView, scoringTools, screenEndpoints } from '@jifen/contracts';
import type { LocalDate } from '@jifen/domain';
import { ask, implement, problem, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import type { Asker, Upstreams } from '../upstream/upstreams.ts';
import { businessToday, workingDaysLeft } from './business-day.ts';

/** 支部本月 and 积分申报: scoring's views with today's date and the working days that are left. */
export function branchMonthRoutes(upstreams: Upstreams): Route[] {
  return [
    implement(atConsole(screenEndpoints.branchMonth), async ({ params, caller, requestId }) => {
      const asker = { actingFor: caller.personId, requestId };
      const [view, today] = await Promise.all([
        ask(upstreams.scoring, scoringTools.view, { params, ...asker }),
        businessToday(upstreams, asker),
      ]);
      if (!view.ok) return refusalReply(view.refusal);
      if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
      return { status: 200, body: await screenOf(upstreams, view.value, today, asker) };
    }),
    implement(atConsole(screenEndpoints.application), async ({ params, caller, requestId }) => {
      const asker = { actingFor: caller.personId, requestId };
      const [form, today] = await Promise.all([
        ask(upstreams.scoring, scoringTools.applicationForm, { params, ...asker }),
        businessToday(upstreams, asker),
      ]);
      if (!form.ok) return refusalReply(form.refusal);
      const left = today && (await workingDaysLeft(upstreams, { today, lastDay: form.value.lastDay as LocalDate }, asker));
      return { status: 200, body: { ...form.value, workingDaysLeft: left } };
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
