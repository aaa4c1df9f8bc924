import { RemoteUnavailable } from '@jifen/service-kit';
import type { Redis } from 'ioredis';
import type { SessionStore } from './session.store.ts';
import { readSession, storedSession } from './session.stored.ts';

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
      await reach(redis.set(named(key), storedSession(session), 'PX', ttlMs));
    },
    async find(key) {
      const text = await reach(redis.get(named(key)));
      return text === null ? undefined : readSession(text);
    },
    async touch(key, session, ttlMs) {
      await reach(redis.set(named(key), storedSession(session), 'PX', ttlMs, 'XX'));
    },
    async remove(key) {
      await reach(redis.del(named(key)));
    },
  };
}
