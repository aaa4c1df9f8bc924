import { ownEndpoints, sessionEndpoints } from '@jifen/contracts';
import { ask, type HttpClient, implement, type Profile, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import { endedCookie, sessionCookie, tokenIn } from './cookie.ts';
import type { Sessions, SessionTimes } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

export type SessionRouteDeps = { sessions: Sessions; signIn: SignIn; member: HttpClient; profile: Profile; times: SessionTimes };

export function sessionRoutes(deps: SessionRouteDeps): Route[] {
  return [signInRoute(deps), signOutRoute(deps), meRoute(deps), profileRoute(deps)];
}

function signInRoute({ sessions, signIn, member, profile, times }: SessionRouteDeps): Route {
  return implement(atConsole(sessionEndpoints.signIn), async ({ body, headers, ip, requestId }) => {
    const signedIn = await signIn({ ...body, address: ip });
    if (!signedIn.ok) return signedIn.refused;
    const me = await ask(member, ownEndpoints.me, { actingFor: signedIn.personId, requestId });
    if (!me.ok) return refusalReply(me.refusal);
    const kind = me.value.posts.some(({ role }) => role !== 'member') ? 'staff' : 'member';
    const token = await sessions.start(signedIn.personId, kind, tokenIn(profile, headers.cookie));
    return { status: 204, headers: { 'set-cookie': sessionCookie(profile, token, times[kind].longestMinutes) } };
  });
}

function signOutRoute({ sessions, profile }: SessionRouteDeps): Route {
  return implement(atConsole(sessionEndpoints.signOut), async ({ headers }) => {
    const token = tokenIn(profile, headers.cookie);
    if (token !== undefined) await sessions.end(token);
    return { status: 204, headers: { 'set-cookie': endedCookie(profile) } };
  });
}

function meRoute({ member, profile, times }: SessionRouteDeps): Route {
  return implement(atConsole(sessionEndpoints.me), async ({ caller, requestId }) => {
    const me = await ask(member, ownEndpoints.me, { actingFor: caller.personId, requestId });
    if (!me.ok) return refusalReply(me.refusal);
    const kind = me.value.posts.some(({ role }) => role !== 'member') ? 'staff' : 'member';
    return { status: 200, body: { ...me.value, profile, idleMinutes: times[kind].idleMinutes } };
  });
}

function profileRoute({ profile }: SessionRouteDeps): Route {
  return implement(atConsole(sessionEndpoints.profile), async () => ({ status: 200, body: { profile } }));
}
