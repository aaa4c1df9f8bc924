import { claimable, claimed } from './claim.ts';
import { type MessageStore, over, reportedMs, underWay } from './message.store.ts';
import type { Mail, Message } from './message.ts';

const newestFirst = (a: Message, b: Message) => b.at - a.at;

/** The fake that passes the same suite as the real store. */
export function memoryMessageStore(): MessageStore {
  const rows = new Map<string, Message>();
  const all = (wanted: (message: Message) => boolean) => [...rows.values()].filter(wanted).sort(newestFirst);
  return {
    async addAll(messages) {
      const fresh = messages.filter(({ id }) => !rows.has(id));
      for (const message of fresh) rows.set(message.id, structuredClone(message));
      return fresh.length;
    },
    async find(id) {
      return structuredClone(rows.get(id));
    },
    async inbox({ recipient, limit }) {
      const own = all((message) => message.recipient === recipient);
      return { items: own.slice(0, limit), unread: own.filter(({ readAt }) => readAt === undefined).length };
    },
    async markRead(id, recipient, at) {
      const row = rows.get(id);
      if (row?.recipient !== recipient) return false;
      rows.set(id, { ...row, readAt: row.readAt ?? at });
      return true;
    },
    async deliveries({ branchId, period, limit }) {
      const items = all((message) => message.branchId === branchId && message.period === period && message.mail !== undefined);
      return { items: items.slice(0, limit), total: items.length };
    },
    async withoutAddress({ branchId, period, limit }) {
      return all((message) => message.branchId === branchId && message.period === period && message.mail?.state === 'no-address').slice(
        0,
        limit,
      );
    },
    async startable(now, limit) {
      return all(({ mail }) => mail !== undefined && claimable(mail, now))
        .slice(0, limit)
        .map(({ id, recipient, mail }) => ({ id, recipient, attempts: mail?.attempts ?? 0 }));
    },
    async claim(id, now, claimedUntil) {
      const row = rows.get(id);
      if (row?.mail === undefined || !claimable(row.mail, now)) return undefined;
      const taken = { ...row, mail: claimed(row.mail, now, claimedUntil) };
      rows.set(id, taken);
      return structuredClone(taken);
    },
    async conclude(id, claimedUntil, mail) {
      const row = rows.get(id);
      if (row?.mail?.state !== 'sending' || row.mail.claimedUntil !== claimedUntil) return false;
      rows.set(id, { ...row, mail });
      return true;
    },
    async mailReport(now) {
      const mails = [...rows.values()].flatMap(({ mail }) => mail ?? []);
      const isReported = (mail: Mail) => !('at' in mail) || mail.at >= now - reportedMs;
      const countOf = (state: Mail['state']) => mails.filter((mail) => mail.state === state && isReported(mail)).length;
      const counts = [...underWay, ...over].map((state) => ({ state, count: countOf(state) }));
      return { counts, retrying: mails.filter(({ state, attempts }) => state === 'queued' && attempts > 0).length };
    },
  };
}
