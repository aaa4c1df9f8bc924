import { claimable, claimed } from './attempt.ts';
import { type MessageStore, messages, over, reportedMs, type StoredMessage, storedMessage, underWay } from './message.store.ts';
import type { Mail, Message } from './message.ts';

const newestFirst = (a: Message, b: Message) => b.at - a.at;
const ofMonth = (branchId: string, period: string) => (message: Message) => message.branchId === branchId && message.period === period;

type FakeMessageStore = MessageStore & {
  find(id: string): Promise<Message | undefined>;
  plant(document: StoredMessage | { _id: string }): Promise<void>;
};

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
  return {
    plant: async (document) => void rows.set(document._id, document),
    async addAll(added) {
      const fresh = added.filter(({ id }) => !rows.has(id));
      for (const message of fresh) keep(message);
      return fresh.length;
    },
    find: async (id) => read(id),
    async inbox({ recipient, limit }) {
      const own = all((message) => message.recipient === recipient);
      return { items: own.slice(0, limit), unread: own.filter(({ readAt }) => readAt === undefined).length };
    },
    async markRead(id, recipient, at) {
      const row = read(id);
      if (row?.recipient !== recipient) return false;
      keep({ ...row, readAt: row.readAt ?? at });
      return true;
    },
    async deliveries({ branchId, period, limit }) {
      const items = all(ofMonth(branchId, period)).filter(({ mail }) => mail !== undefined);
      return { items: items.slice(0, limit), total: items.length };
    },
    async withoutAddress({ branchId, period, limit }) {
      return all(ofMonth(branchId, period))
        .filter(({ mail }) => mail?.state === 'no-address')
        .slice(0, limit);
    },
    async startable(now, limit) {
      return all(({ mail }) => mail !== undefined && claimable(mail, now))
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
    mailReport: async (now) =>
      reportOf(
        all(() => true),
        now,
      ),
  };
}

function reportOf(rows: readonly Message[], now: number): Awaited<ReturnType<MessageStore['mailReport']>> {
  const mails = rows.flatMap(({ mail }) => mail ?? []);
  const isReported = (mail: Mail) => !('at' in mail) || mail.at >= now - reportedMs;
  const countOf = (state: Mail['state']) => mails.filter((mail) => mail.state === state && isReported(mail)).length;
  const counts = [...underWay, ...over].map((state) => ({ state, count: countOf(state) }));
  return { counts, retrying: mails.filter(({ state, attempts }) => state === 'queued' && attempts > 0).length };
}
