import { memberInternals, ownEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { countyOf } from '../access/organisation-paths.ts';
import { toProblem } from '../problems.ts';
import { type AdvanceDeps, advanceClock } from './advance-clock.ts';
import { readClock } from './county-clock.ts';

/** `tellClock` resolves when the other services have heard of it, or could not be told in time. */
export type ClockRouteDeps = AdvanceDeps & { tellClock: () => Promise<void>; refreshClock: () => Promise<void> };

export function clockRoutes({ clocks }: Pick<ClockRouteDeps, 'clocks'>): Route[] {
  return [
    implement(memberInternals.clock, async () => {
      const reading = await readClock(clocks);
      return reading ? { status: 200, body: reading } : toProblem({ code: 'clock-not-set' });
    }),
  ];
}

/** Only where time is played, and there only whoever holds a post: production has no such route. */
export function advanceRoutes(deps: ClockRouteDeps): Route[] {
  return [
    implement(ownEndpoints.advanceClock, async ({ body, caller, audit }) => {
      const organisation = countyOf(caller);
      const entry = audit.pending({ target: 'clock', organisation, details: { ...body } });
      const advanced = await advanceClock(deps, { request: body, audit: entry });
      if (!advanced.ok) return toProblem(advanced.refusal);
      await deps.refreshClock();
      await deps.tellClock();
      return { status: 200, body: advanced.value };
    }),
  ];
}
