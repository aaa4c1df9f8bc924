import { RemoteUnavailable } from '@jifen/service-kit';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { SessionStore } from './session.store.ts';

const stored = z.strictObject({
  personId: z.string(),
  kind: z.enum(['staff', 'member']),
  startedAt: z.number(),
  lastSeenAt: z.number(),
});

const named = (key: string) => `session:${key}`;

/** A Redis that cannot be reached is answered with 503: nobody is signed out by it. */
export function redisSessionStore(redis: Pick<Redis, 'set' | 'get' | 'del'>): SessionStore {
  const reach = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      throw new RemoteUnavailable('the sessions cannot be reached', { cause });
    }
  };
  return {
    async save(key, session, ttlMs) {
      await reach(redis.set(named(key), JSON.stringify(session), 'PX', ttlMs));
    },
    async find(key) {
      const text = await reach(redis.get(named(key)));
      return text === null ? undefined : stored.parse(JSON.parse(text));
    },
    async touch(key, session, ttlMs) {
      await reach(redis.set(named(key), JSON.stringify(session), 'PX', ttlMs, 'XX'));
    },
    async remove(key) {
      await reach(redis.del(named(key)));
    },
  };
}
