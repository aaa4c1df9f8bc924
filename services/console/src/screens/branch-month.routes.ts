import { scoringTools, screenEndpoints } from '@jifen/contracts';
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
      const left = await daysLeft(upstreams, today, view.value.next?.lastDay, asker);
      return { status: 200, body: { ...view.value, today, workingDaysLeft: left } };
    }),
    implement(atConsole(screenEndpoints.application), async ({ params, caller, requestId }) => {
      const asker = { actingFor: caller.personId, requestId };
      const [form, today] = await Promise.all([
        ask(upstreams.scoring, scoringTools.applicationForm, { params, ...asker }),
        businessToday(upstreams, asker),
      ]);
      if (!form.ok) return refusalReply(form.refusal);
      return { status: 200, body: { ...form.value, workingDaysLeft: await daysLeft(upstreams, today, form.value.lastDay, asker) } };
    }),
  ];
}

async function daysLeft(upstreams: Upstreams, today: LocalDate | undefined, lastDay: string | undefined, asker: Asker) {
  if (today === undefined || lastDay === undefined) return undefined;
  return workingDaysLeft(upstreams, { today, lastDay: lastDay as LocalDate }, asker);
}
