import { consoleMe, consoleProfile, meAnswer, sessionRequest } from '@jifen/contracts';
import type { HttpClient, Profile, Route } from '@jifen/service-kit';
import { z } from 'zod';
import { route } from '../route.ts';
import { refusalReply } from '../upstream/pass-on.ts';
import { endedCookie, sessionCookie, tokenIn } from './cookie.ts';
import type { Sessions, SessionTimes } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const cookieHeader = z.object({ cookie: z.string().optional() });

export type SessionRouteDeps = { sessions: Sessions; signIn: SignIn; member: HttpClient; profile: Profile; times: SessionTimes };

export function sessionRoutes(deps: SessionRouteDeps): Route[] {
  return [signInRoute(deps), signOutRoute(deps), meRoute(deps), profileRoute(deps)];
}

function signInRoute({ sessions, signIn, member, profile, times }: SessionRouteDeps): Route {
  return route({
    method: 'post',
    path: '/api/session',
    summary: 'Signs in; the answer is a cookie.',
    permission: { kind: 'public' },
    audit: 'signed-in',
    request: { body: sessionRequest, headers: cookieHeader },
    async handler({ body, headers, ip, requestId }) {
      const signedIn = await signIn({ ...body, address: ip });
      if (!signedIn.ok) return signedIn.refused;
      const me = await member.request({ method: 'get', path: '/me', response: meAnswer, actingFor: signedIn.personId, requestId });
      if (!me.ok) return refusalReply(me.refusal);
      const kind = me.value.posts.some(({ role }) => role !== 'member') ? 'staff' : 'member';
      const token = await sessions.start(signedIn.personId, kind, tokenIn(profile, headers.cookie));
      return { status: 204, headers: { 'set-cookie': sessionCookie(profile, token, times[kind].longestMinutes) } };
    },
  });
}

function signOutRoute({ sessions, profile }: SessionRouteDeps): Route {
  return route({
    method: 'delete',
    path: '/api/session',
    summary: 'Signs out; ending what has ended already changes nothing.',
    permission: { kind: 'public' },
    audit: 'signed-out',
    request: { headers: cookieHeader },
    async handler({ headers }) {
      const token = tokenIn(profile, headers.cookie);
      if (token !== undefined) await sessions.end(token);
      return { status: 204, headers: { 'set-cookie': endedCookie(profile) } };
    },
  });
}

function meRoute({ member, profile, times }: SessionRouteDeps): Route {
  return route({
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and his posts.',
    permission: { kind: 'action', action: 'console:ask' },
    audit: 'none-read',
    response: consoleMe,
    async handler({ caller, requestId }) {
      const me = await member.request({ method: 'get', path: '/me', response: meAnswer, actingFor: caller.personId, requestId });
      if (!me.ok) return refusalReply(me.refusal);
      const kind = me.value.posts.some(({ role }) => role !== 'member') ? 'staff' : 'member';
      return { status: 200, body: { ...me.value, profile, idleMinutes: times[kind].idleMinutes } };
    },
  });
}

function profileRoute({ profile }: SessionRouteDeps): Route {
  return route({
    method: 'get',
    path: '/api/profile',
    summary: 'Whether this is a demo.',
    permission: { kind: 'public' },
    audit: 'none-read',
    response: consoleProfile,
    handler: async () => ({ status: 200, body: { profile } }),
  });
}
