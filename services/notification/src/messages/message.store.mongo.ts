import type { MailReport } from '@jifen/contracts';
import { type Connection, documentSchema, retryOnContention } from '@jifen/service-kit';
import { claimable, claimed } from './attempt.ts';
import {
  type MessageStore,
  messages,
  over,
  reportedMs,
  type StoredMessage,
  startables,
  stored,
  storedMessage,
  underWay,
} from './message.store.ts';

/** The planner would rather read everything. */
export const byEnd = { name: 'mail-ends', fields: { 'mail.state': 1, 'mail.at': 1 } } as const;

const schema = documentSchema<StoredMessage>('messages', stored);
schema.index({ recipient: 1, at: -1 });
schema.index({ branchId: 1, period: 1, at: -1 });
schema.index({ 'mail.state': 1, 'mail.dueAt': 1 }, { partialFilterExpression: { 'mail.state': { $in: ['queued', 'sending'] } } });

schema.index(byEnd.fields, { name: byEnd.name });
schema.index({ atOnce: 1, 'mail.state': 1, 'mail.dueAt': 1 }, { partialFilterExpression: { atOnce: true } });
schema.index({ 'digest.state': 1, 'digest.dueAt': 1 }, { partialFilterExpression: { 'digest.state': 'waiting' } });

export function messageModel(connection: Connection) {
  return connection.model('Message', schema);
}

type Messages = ReturnType<typeof messageModel>;

const manyOf = (model: Messages) => async (filter: object, sort: Record<string, 1 | -1>, limit: number) =>
  messages.all(await model.find(filter).sort(sort).limit(limit).lean<unknown[]>());

/** The record of messages. Every write is one document; a claim is a compare-and-set on the mail's state. */
export function mongoMessageStore(connection: Connection): MessageStore {
  const model = messageModel(connection);
  const many = manyOf(model);
  const startable = async (filter: object, sort: Record<string, 1 | -1>, limit: number) =>
    startables.all(await model.find(filter, { recipient: 1, 'mail.attempts': 1 }).sort(sort).limit(limit).lean<unknown[]>());
  return {
    async addAll(added) {
      if (added.length === 0) return 0;
      const result = await retryOnContention(() =>
        model.bulkWrite(
          added.map((message) => ({
            updateOne: { filter: { _id: message.id }, update: { $setOnInsert: storedMessage(message) }, upsert: true },
          })),
        ),
      );
      return result.upsertedCount;
    },
    find: async (id) => messages.found(await model.findById(id).lean<unknown>()),
    async toldIn({ branchId, period, round, recipients }) {
      const filter = { branchId, period, round, recipient: { $in: [...recipients] } };
      return messages.all(await model.find(filter).lean<unknown[]>());
    },
    async takeBack(ids) {
      if (ids.length > 0) await model.deleteMany({ _id: { $in: [...ids] }, 'digest.state': 'waiting' });
    },
    async deliveries({ branchId, period, limit }) {
      const filter = { branchId, period, $or: [{ mail: { $exists: true } }, { digest: { $exists: true } }] };
      return { items: await many(filter, { at: -1 }, limit), total: await model.countDocuments(filter) };
    },
    withoutAddress: ({ branchId, period, limit }) =>
      many({ branchId, period, $or: [{ 'mail.state': 'no-address' }, { 'digest.outcome': 'no-address' }] }, { at: -1 }, limit),
    async startable(now, limit, which) {
      const byHand = which === 'at-once' ? { atOnce: true } : {};
      const queued = await startable({ ...byHand, 'mail.state': 'queued', 'mail.dueAt': { $lte: now } }, { 'mail.dueAt': 1 }, limit);
      const left = { ...byHand, 'mail.state': 'sending', 'mail.claimedUntil': { $lt: now } };
      return [...queued, ...(await startable(left, { at: 1 }, limit))];
    },
    async claim(id, now, claimedUntil) {
      const message = messages.found(await model.findById(id).lean<unknown>());
      if (message?.mail === undefined || !claimable(message.mail, now)) return undefined;
      const mail = claimed(message.mail, now, claimedUntil);
      const result = await model.updateOne(
        { _id: id, 'mail.state': message.mail.state, 'mail.attempts': message.mail.attempts },
        { $set: { mail } },
      );
      return result.modifiedCount === 1 ? { ...message, mail } : undefined;
    },
    async conclude(id, claimedUntil, mail) {
      const result = await model.updateOne({ _id: id, 'mail.state': 'sending', 'mail.claimedUntil': claimedUntil }, { $set: { mail } });
      return result.modifiedCount === 1;
    },
    mailReport: (now) => mailReport(model, now),
    ...inboxOf(model),
    ...digestsOf(model),
  };
}

const ofInbox = { gathers: { $exists: false } };
const unread = { readAt: { $exists: false }, doneAt: { $exists: false } };

type Inbox = Pick<MessageStore, 'inbox' | 'markRead' | 'markAllRead' | 'markDone'>;

function inboxOf(model: Messages): Inbox {
  const many = manyOf(model);
  return {
    async inbox({ recipient, limit }) {
      const own = { recipient, ...ofInbox };
      return { items: await many(own, { at: -1 }, limit), unread: await model.countDocuments({ ...own, ...unread }) };
    },
    async markRead(id, recipient, at) {
      const result = await model.updateOne({ _id: id, recipient }, [{ $set: { readAt: { $ifNull: ['$readAt', at] } } }], {
        updatePipeline: true,
      });
      return result.matchedCount === 1;
    },
    async markAllRead(recipient, upTo, at) {
      const filter = { recipient, at: { $lte: upTo }, ...ofInbox, ...unread };
      return (await model.updateMany(filter, { $set: { readAt: at } })).modifiedCount;
    },
    async markDone(ids, at) {
      if (ids.length > 0) await model.updateMany({ _id: { $in: [...ids] }, ...unread }, { $set: { doneAt: at } });
    },
  };
}

type Digests = Pick<MessageStore, 'waitingForDigest' | 'passOver' | 'join' | 'joined' | 'concludeJoined'>;

function digestsOf(model: Messages): Digests {
  const joined = async (recipient: string, digestId: string) =>
    messages.all(await model.find({ recipient, 'digest.digestId': digestId }).sort({ at: 1, _id: 1 }).lean<unknown[]>());
  return {
    joined,
    async waitingForDigest({ now, day, limit }) {
      const filter: object = { 'digest.state': 'waiting', 'digest.dueAt': { $lte: now }, 'digest.passedOver': { $ne: day } };
      const found = await model.find(filter, { recipient: 1 }).sort({ 'digest.dueAt': 1 }).limit(limit).lean<{ recipient: string }[]>();
      return [...new Set(found.map(({ recipient }) => recipient))];
    },
    async passOver(recipients, day) {
      const filter: object = { recipient: { $in: [...recipients] }, 'digest.state': 'waiting' };
      if (recipients.length > 0) await model.updateMany(filter, { $set: { 'digest.passedOver': day } });
    },
    async join(recipient, digestId) {
      const goes = { state: 'joined' as const, digestId, attempts: 0 };
      await model.updateMany({ recipient, 'digest.state': 'waiting' }, { $set: { digest: goes } });
      return joined(recipient, digestId);
    },
    async concludeJoined({ recipient, digestId, ids, outcome, attempts }) {
      const filter = { _id: { $in: [...ids] }, recipient, 'digest.digestId': digestId };
      if (ids.length > 0) await model.updateMany(filter, { $set: { 'digest.outcome': outcome, 'digest.attempts': attempts } });
    },
  };
}

async function mailReport(model: Messages, now: number): Promise<MailReport> {
  const count = (filter: object) => model.countDocuments(filter).hint(byEnd.name);
  const ended = { $gte: now - reportedMs };
  const states = [
    ...underWay.map((state) => ({ state, filter: { 'mail.state': state } })),
    ...over.map((state) => ({ state, filter: { 'mail.state': state, 'mail.at': ended } })),
  ];
  const counts = await Promise.all(states.map(async ({ state, filter }) => ({ state, count: await count(filter) })));
  return { counts, retrying: await count({ 'mail.state': 'queued', 'mail.attempts': { $gt: 0 } }) };
}
