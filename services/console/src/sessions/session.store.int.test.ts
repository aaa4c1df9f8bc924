import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectRedis } from '@jifen/service-kit';
import { describeStore, requireServer } from '@jifen/test-kit';
import type { Redis } from 'ioredis';
import { fakeSessionStore } from './session.store.fake.ts';
import { redisSessionStore } from './session.store.redis.ts';
import type { Session, SessionStore } from './session.store.ts';

let redis: Redis;
beforeAll(() => {
  redis = connectRedis(requireServer('REDIS_URL'));
});
afterAll(async () => {
  await redis.quit();
});

const session: Session = { personId: 'p-li', kind: 'staff', startedAt: 1_000, lastSeenAt: 1_000 };
const minute = 60_000;

const real = () => ({
  ...redisSessionStore(redis),
  plant: async (key: string, text: string) => void (await redis.set(`session:${key}`, text, 'PX', minute)),
});

describeStore<SessionStore & { plant(key: string, text: string): Promise<void> }>(
  'the record of sessions',
  { fake: fakeSessionStore, real },
  (make) => {
    it('finds who signed in, by the key alone', async () => {
      const [store, key] = [await make(), randomUUID()];
      await store.save(key, session, minute);
      expect(await store.find(key)).toEqual(session);
      expect(await store.find(randomUUID())).toBeUndefined();
    });

    it('refuses a session that lacks what it needs, and says what', async () => {
      const [store, key] = [await make(), randomUUID()];
      const { kind: _kind, ...unreadable } = session;
      await store.plant(key, JSON.stringify(unreadable));
      await expect(store.find(key)).rejects.toMatchObject({ place: { collection: 'sessions', paths: ['kind'] } });
    });

    it('reads a session with a field that this release does not know', async () => {
      const [store, key] = [await make(), randomUUID()];
      await store.plant(key, JSON.stringify({ ...session, ofLaterRelease: true }));
      expect(await store.find(key)).toEqual(session);
    });

    it('keeps the time somebody was last seen', async () => {
      const [store, key] = [await make(), randomUUID()];
      await store.save(key, session, minute);
      await store.touch(key, { ...session, lastSeenAt: 2_000 }, minute);
      expect(await store.find(key)).toEqual({ ...session, lastSeenAt: 2_000 });
    });

    it('does not bring back who signed out while a request of theirs was under way', async () => {
      const [store, key] = [await make(), randomUUID()];
      await store.save(key, session, minute);
      await store.remove(key);
      await store.touch(key, session, minute);
      expect(await store.find(key)).toBeUndefined();
    });
  },
);

it('the real record forgets a session by itself', async () => {
  const key = randomUUID();
  await redisSessionStore(redis).save(key, session, minute);
  expect(await redis.pttl(`session:${key}`)).toBeGreaterThan(0);
});
