import { createHmac, randomBytes } from 'node:crypto';
import type { Session, SessionStore } from './session.store.ts';

const minuteMs = 60_000;

export type SessionTimes = Readonly<Record<Session['kind'], { idleMinutes: number; longestMinutes: number }>>;

export type Sessions = {
  /** A new token of 256 bits at every sign-in; one presented before is worth nothing afterwards. */
  start(personId: string, kind: Session['kind'], presented?: string): Promise<string>;
  /** Who holds the token, unless idle or held for too long; being asked counts as being active. */
  find(token: string): Promise<Session | undefined>;
  end(token: string): Promise<void>;
};

export type SessionsDeps = { store: SessionStore; secret: string; times: SessionTimes; now: () => number };

export function createSessions({ store, secret, times, now }: SessionsDeps): Sessions {
  const keyOf = (token: string) => createHmac('sha256', secret).update(token).digest('base64url');
  const idleMs = ({ kind }: Session) => times[kind].idleMinutes * minuteMs;
  const isOver = (session: Session) =>
    now() - session.lastSeenAt >= idleMs(session) || now() - session.startedAt >= times[session.kind].longestMinutes * minuteMs;

  const end = (token: string) => store.remove(keyOf(token));

  return {
    end,
    async start(personId, kind, presented) {
      if (presented !== undefined) await end(presented);
      const token = randomBytes(32).toString('base64url');
      const session: Session = { personId, kind, startedAt: now(), lastSeenAt: now() };
      await store.save(keyOf(token), session, idleMs(session));
      return token;
    },
    async find(token) {
      const session = await store.find(keyOf(token));
      if (!session) return undefined;
      if (isOver(session)) {
        await end(token);
        return undefined;
      }
      const active = { ...session, lastSeenAt: now() };
      await store.touch(keyOf(token), active, idleMs(session));
      return active;
    },
  };
}
