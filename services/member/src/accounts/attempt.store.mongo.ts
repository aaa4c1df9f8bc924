import { type Connection, retryOnContention } from '@jifen/service-kit';
import { Schema } from 'mongoose';
import type { AttemptStore } from './attempt.store.ts';

type AttemptDocument = { _id: string; count: number; endsAt: number; expireAt: Date };

const schema = new Schema<AttemptDocument>({ _id: String, count: Number, endsAt: Number, expireAt: Date }, { versionKey: false });
schema.index({ expireAt: 1 }, { expireAfterSeconds: 0 });

export function mongoAttemptStore(connection: Connection) {
  const model = connection.model<AttemptDocument>('signInAttempts', schema, 'signInAttempts');
  const inOpenWindow = (key: string, at: number) =>
    model.findOneAndUpdate({ _id: key, endsAt: { $gt: at } }, { $inc: { count: 1 } }, { returnDocument: 'after' }).lean<AttemptDocument>();
  const openWindow = (key: string, at: number, endsAt: number) =>
    model
      .findOneAndUpdate(
        { _id: key, endsAt: { $lte: at } },
        { $set: { count: 1, endsAt, expireAt: new Date(endsAt) } },
        { returnDocument: 'after', upsert: true },
      )
      .lean<AttemptDocument>();
  return {
    model,
    async count(key, at, windowMs) {
      return retryOnContention(async () => {
        const document = (await inOpenWindow(key, at)) ?? (await openWindow(key, at, at + windowMs));
        return { count: document?.count ?? 1, endsAt: document?.endsAt ?? at + windowMs };
      });
    },
    async forget(key) {
      await model.deleteOne({ _id: key });
    },
    async giveBack(key) {
      await model.updateOne({ _id: key, count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
  } satisfies AttemptStore & Record<string, unknown>;
}
