import type { Identify, Profile } from '@jifen/service-kit';
import { tokenIn } from './cookie.ts';
import type { Sessions } from './sessions.ts';

/** The console knows who is signed in; what they may do is decided by the services, from the token it asks for them. */
export function identifyBySession(sessions: Sessions, profile: Profile): Identify {
  return async (headers) => {
    const token = tokenIn(profile, headers.cookie);
    const session = token === undefined ? undefined : await sessions.find(token);
    return session ? { service: 'console', personId: session.personId, grants: [] } : undefined;
  };
}
