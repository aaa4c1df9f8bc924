/** Somebody who has signed in. Instants are real milliseconds; staff hold a post besides their membership. */
export type Session = { personId: string; kind: 'staff' | 'member'; startedAt: number; lastSeenAt: number };

/** Sessions by the hash of their token; the token itself is kept nowhere. */
export type SessionStore = {
  save(key: string, session: Session, ttlMs: number): Promise<void>;
  find(key: string): Promise<Session | undefined>;
  /** Changes a session that is still there; never brings an ended one back. */
  touch(key: string, session: Session, ttlMs: number): Promise<void>;
  remove(key: string): Promise<void>;
};
