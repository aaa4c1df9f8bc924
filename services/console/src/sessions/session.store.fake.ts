import type { Session, SessionStore } from './session.store.ts';

/** Forgets nothing by itself: time-outs are the use case's, the store's are only house-keeping. */
export function fakeSessionStore(): SessionStore & { kept: Map<string, Session> } {
  const kept = new Map<string, Session>();
  return {
    kept,
    save: async (key, session) => void kept.set(key, session),
    find: async (key) => kept.get(key),
    touch: async (key, session) => {
      if (kept.has(key)) kept.set(key, session);
    },
    remove: async (key) => void kept.delete(key),
  };
}
