import { ownEndpoints, screenEndpoints } from '@jifen/contracts';
import { ask, implement, type Profile, problem, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import type { Asker, Upstreams } from '../upstream/upstreams.ts';
import { businessToday } from './business-day.ts';

/** The business day, and in the demo the button that moves it on. */
export function clockRoutes(upstreams: Upstreams, profile: Profile): Route[] {
  const today = implement(atConsole(screenEndpoints.clock), ({ caller, requestId }) =>
    toldToday(upstreams, { actingFor: caller.personId, requestId }),
  );
  const advance = implement(atConsole(screenEndpoints.advanceClock), async ({ body, caller, requestId }) => {
    const asker = { actingFor: caller.personId, requestId };
    const advanced = await ask(upstreams.member, ownEndpoints.advanceClock, { body, ...asker });
    return advanced.ok ? toldToday(upstreams, asker) : refusalReply(advanced.refusal);
  });
  return profile === 'demo' ? [today, advance] : [today];
}

async function toldToday(upstreams: Upstreams, asker: Asker) {
  const today = await businessToday(upstreams, asker);
  if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
  return { status: 200 as const, body: { today } };
}
