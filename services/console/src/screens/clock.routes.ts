import { ownEndpoints, screenEndpoints } from '@jifen/contracts';
import { ask, implement, type Profile, problem, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { businessToday } from './business-day.ts';

/** The business day, and in the demo the button that moves it on. */
export function clockRoutes(upstreams: Upstreams, profile: Profile): Route[] {
  return profile === 'demo' ? [todayRoute(upstreams), advanceRoute(upstreams)] : [todayRoute(upstreams)];
}

function todayRoute(upstreams: Upstreams): Route {
  return implement(atConsole(screenEndpoints.clock), async ({ caller, requestId }) => {
    const today = await businessToday(upstreams, { actingFor: caller.personId, requestId });
    if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
    return { status: 200, body: { today } };
  });
}

function advanceRoute(upstreams: Upstreams): Route {
  return implement(atConsole(screenEndpoints.advanceClock), async ({ body, caller, requestId }) => {
    const asker = { actingFor: caller.personId, requestId };
    const advanced = await ask(upstreams.member, ownEndpoints.advanceClock, { body, ...asker });
    if (!advanced.ok) return refusalReply(advanced.refusal);
    const today = await businessToday(upstreams, asker);
    if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
    return { status: 200, body: { today } };
  });
}
