import type { SessionStore } from './session.store.ts';
import { readSession, storedSession } from './session.stored.ts';

type FakeSessionStore = SessionStore & { kept: Map<string, string>; plant(key: string, text: string): Promise<void> };

/** Forgets nothing by itself: time-outs are the use case's, the store's are only house-keeping. */
export function fakeSessionStore(): FakeSessionStore {
  const kept = new Map<string, string>();
  return {
    kept,
    plant: async (key, text) => void kept.set(key, text),
    save: async (key, session) => void kept.set(key, storedSession(session)),
    find: async (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : readSession(text);
    },
    touch: async (key, session) => {
      if (kept.has(key)) kept.set(key, storedSession(session));
    },
    remove: async (key) => void kept.delete(key),
  };
}
