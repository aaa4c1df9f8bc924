import { advanceRequest, clockScreen } from '@jifen/contracts';
import { type Profile, problem, type Route } from '@jifen/service-kit';
import { z } from 'zod';
import { route } from '../route.ts';
import { refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { businessToday } from './business-day.ts';

/** The business day, and in the demo the button that moves it on. */
export function clockRoutes(upstreams: Upstreams, profile: Profile): Route[] {
  return profile === 'demo' ? [todayRoute(upstreams), advanceRoute(upstreams)] : [todayRoute(upstreams)];
}

function todayRoute(upstreams: Upstreams): Route {
  return route({
    method: 'get',
    path: '/api/clock',
    summary: 'The day it is in business time.',
    permission: { kind: 'action', action: 'console:ask' },
    audit: 'none-read',
    response: clockScreen,
    async handler({ caller, requestId }) {
      const today = await businessToday(upstreams, { actingFor: caller.personId, requestId });
      if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
      return { status: 200, body: { today } };
    },
  });
}

function advanceRoute(upstreams: Upstreams): Route {
  return route({
    method: 'post',
    path: '/api/clock/advance',
    summary: 'Demo only: moves business time on.',
    permission: { kind: 'action', action: 'console:ask' },
    audit: 'clock-advanced',
    request: { body: advanceRequest },
    response: clockScreen,
    async handler({ body, caller, requestId }) {
      const asker = { actingFor: caller.personId, requestId };
      const advanced = await upstreams.member.request({ method: 'post', path: '/clock/advance', body, response: z.unknown(), ...asker });
      if (!advanced.ok) return refusalReply(advanced.refusal);
      const today = await businessToday(upstreams, asker);
      if (today === undefined) return problem({ status: 503, code: 'service-unavailable', retryAfterSeconds: 5 });
      return { status: 200, body: { today } };
    },
  });
}
