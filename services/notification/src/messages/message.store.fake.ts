import { claimable, claimed } from './attempt.ts';
import { type MessageStore, messages, over, reportedMs, type StoredMessage, storedMessage, underWay } from './message.store.ts';
import type { Mail, Message } from './message.ts';

const newestFirst = (a: Message, b: Message) => b.at - a.at;
const ofMonth = (branchId: string, period: string) => (message: Message) => message.branchId === branchId && message.period === period;
const ofInbox = (recipient: string) => (message: Message) => message.recipient === recipient && message.gathers === undefined;
const isUnread = ({ readAt, doneAt }: Message) => readAt === undefined && doneAt === undefined;
const isWaiting = ({ digest }: Message) => digest?.state === 'waiting';

type FakeMessageStore = MessageStore & { plant(document: StoredMessage | { _id: string }): Promise<void> };

/** The fake that passes the same suite as the real store. */
export function fakeMessageStore(): FakeMessageStore {
  const rows = new Map<string, StoredMessage | { _id: string }>();
  const read = (id: string) => messages.found(rows.get(id));
  const keep = (message: Message) => void rows.set(message.id, storedMessage(message));
  const all = (wanted: (message: Message) => boolean) =>
    messages
      .all([...rows.values()])
      .filter(wanted)
      .sort(newestFirst);
  const change = (wanted: (message: Message) => boolean, by: (message: Message) => Message) => {
    const found = all(wanted);
    for (const message of found) keep(by(message));
    return found.length;
  };
  return {
    plant: async (document) => void rows.set(document._id, document),
    async addAll(added) {
      const fresh = added.filter(({ id }) => !rows.has(id));
      for (const message of fresh) keep(message);
      return fresh.length;
    },
    find: async (id) => read(id),
    async toldIn({ branchId, period, round, recipients }) {
      return all(ofMonth(branchId, period)).filter((message) => message.round === round && recipients.includes(message.recipient));
    },
    async takeBack(ids) {
      for (const { id } of all(isWaiting)) if (ids.includes(id)) rows.delete(id);
    },
    async deliveries({ branchId, period, limit }) {
      const items = all(ofMonth(branchId, period)).filter(({ mail, digest }) => mail !== undefined || digest !== undefined);
      return { items: items.slice(0, limit), total: items.length };
    },
    async withoutAddress({ branchId, period, limit }) {
      const unreached = ({ mail, digest }: Message) =>
        mail?.state === 'no-address' || (digest?.state === 'joined' && digest.outcome === 'no-address');
      return all(ofMonth(branchId, period)).filter(unreached).slice(0, limit);
    },
    mailReport: async (now) =>
      reportOf(
        all(() => true),
        now,
      ),
    ...inboxOf({ all, change, read, keep }),
    ...mailsOf({ all, read, keep }),
    ...digestsOf(all, change),
  };
}

type Rows = (wanted: (message: Message) => boolean) => Message[];
type Change = (wanted: (message: Message) => boolean, by: (message: Message) => Message) => number;
type Inbox = Pick<MessageStore, 'inbox' | 'markRead' | 'markAllRead' | 'markDone'>;
type Kept = { all: Rows; change: Change; read: (id: string) => Message | undefined; keep: (message: Message) => void };

function inboxOf({ all, change, read, keep }: Kept): Inbox {
  return {
    async inbox({ recipient, limit }) {
      const own = all(ofInbox(recipient));
      return { items: own.slice(0, limit), unread: own.filter(isUnread).length };
    },
    async markRead(id, recipient, at) {
      const row = read(id);
      if (row?.recipient !== recipient) return false;
      keep({ ...row, readAt: row.readAt ?? at });
      return true;
    },
    async markAllRead(recipient, upTo, at) {
      const isMeant = ofInbox(recipient);
      return change(
        (message) => isMeant(message) && message.at <= upTo && isUnread(message),
        (message) => ({ ...message, readAt: at }),
      );
    },
    async markDone(ids, at) {
      change(
        (message) => ids.includes(message.id) && isUnread(message),
        (message) => ({ ...message, doneAt: at }),
      );
    },
  };
}

type Mails = Pick<MessageStore, 'startable' | 'claim' | 'conclude'>;

function mailsOf({ all, read, keep }: Omit<Kept, 'change'>): Mails {
  return {
    async startable(now, limit, which) {
      return all(({ mail, atOnce }) => mail !== undefined && claimable(mail, now) && (which === 'all' || atOnce === true))
        .slice(0, limit)
        .map(({ id, recipient, mail }) => ({ id, recipient, attempts: mail?.attempts ?? 0 }));
    },
    async claim(id, now, claimedUntil) {
      const row = read(id);
      if (row?.mail === undefined || !claimable(row.mail, now)) return undefined;
      const taken = { ...row, mail: claimed(row.mail, now, claimedUntil) };
      keep(taken);
      return taken;
    },
    async conclude(id, claimedUntil, mail) {
      const row = read(id);
      if (row?.mail?.state !== 'sending' || row.mail.claimedUntil !== claimedUntil) return false;
      keep({ ...row, mail });
      return true;
    },
  };
}

type Digests = Pick<MessageStore, 'waitingForDigest' | 'passOver' | 'join' | 'joined' | 'concludeJoined'>;

function digestsOf(all: Rows, change: Change): Digests {
  const joined = async (recipient: string, digestId: string) =>
    all(({ recipient: to, digest }) => to === recipient && digest?.state === 'joined' && digest.digestId === digestId).toSorted(
      (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
    );
  return {
    joined,
    async waitingForDigest({ now, day, limit }) {
      const due = all(({ digest }) => digest?.state === 'waiting' && digest.dueAt <= now && digest.passedOver !== day);
      return [...new Set(due.slice(0, limit).map(({ recipient }) => recipient))];
    },
    async passOver(recipients, day) {
      change(
        (message) => isWaiting(message) && recipients.includes(message.recipient),
        (message) => ({ ...message, ...(message.digest?.state === 'waiting' ? { digest: { ...message.digest, passedOver: day } } : {}) }),
      );
    },
    async join(recipient, digestId) {
      change(
        (message) => isWaiting(message) && message.recipient === recipient,
        (message) => ({ ...message, digest: { state: 'joined', digestId, attempts: 0 } }),
      );
      return joined(recipient, digestId);
    },
    async concludeJoined({ recipient, digestId, ids, outcome, attempts }) {
      for (const { id } of await joined(recipient, digestId))
        change(
          (message) => message.id === id && ids.includes(id),
          (message) => ({ ...message, digest: { state: 'joined', digestId, outcome, attempts } }),
        );
    },
  };
}

function reportOf(rows: readonly Message[], now: number): Awaited<ReturnType<MessageStore['mailReport']>> {
  const mails = rows.flatMap(({ mail }) => mail ?? []);
  const isReported = (mail: Mail) => !('at' in mail) || mail.at >= now - reportedMs;
  const countOf = (state: Mail['state']) => mails.filter((mail) => mail.state === state && isReported(mail)).length;
  const counts = [...underWay, ...over].map((state) => ({ state, count: countOf(state) }));
  return { counts, retrying: mails.filter(({ state, attempts }) => state === 'queued' && attempts > 0).length };
}
