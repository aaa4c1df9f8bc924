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

export function messageModel(connection: Connection) {
  return connection.model('Message', schema);
}

/** The record of messages. Every write is one document; a claim is a compare-and-set on the mail's state. */
export function mongoMessageStore(connection: Connection): MessageStore {
  const model = messageModel(connection);
  const many = async (filter: object, sort: Record<string, 1 | -1>, limit: number) =>
    messages.all(await model.find(filter).sort(sort).limit(limit).lean<unknown[]>());
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
    async inbox({ recipient, limit }) {
      return {
        items: await many({ recipient }, { at: -1 }, limit),
        unread: await model.countDocuments({ recipient, readAt: { $exists: false } }),
      };
    },
    async markRead(id, recipient, at) {
      const result = await model.updateOne({ _id: id, recipient }, [{ $set: { readAt: { $ifNull: ['$readAt', at] } } }], {
        updatePipeline: true,
      });
      return result.matchedCount === 1;
    },
    async deliveries({ branchId, period, limit }) {
      const filter = { branchId, period, mail: { $exists: true } };
      return { items: await many(filter, { at: -1 }, limit), total: await model.countDocuments(filter) };
    },
    withoutAddress: ({ branchId, period, limit }) => many({ branchId, period, 'mail.state': 'no-address' }, { at: -1 }, limit),
    async startable(now, limit) {
      const queued = await startable({ 'mail.state': 'queued', 'mail.dueAt': { $lte: now } }, { 'mail.dueAt': 1 }, limit);
      const abandoned = await startable({ 'mail.state': 'sending', 'mail.claimedUntil': { $lt: now } }, { at: 1 }, limit);
      return [...queued, ...abandoned];
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
  };
}

async function mailReport(model: ReturnType<typeof messageModel>, now: number): Promise<MailReport> {
  const count = (filter: object) => model.countDocuments(filter).hint(byEnd.name);
  const ended = { $gte: now - reportedMs };
  const states = [
    ...underWay.map((state) => ({ state, filter: { 'mail.state': state } })),
    ...over.map((state) => ({ state, filter: { 'mail.state': state, 'mail.at': ended } })),
  ];
  const counts = await Promise.all(states.map(async ({ state, filter }) => ({ state, count: await count(filter) })));
  return { counts, retrying: await count({ 'mail.state': 'queued', 'mail.attempts': { $gt: 0 } }) };
}
