import { type Connection, documentReader, retryOnContention } from '@jifen/service-kit';
import { Schema } from 'mongoose';
import { z } from 'zod';
import type { AttemptCount, AttemptStore } from './attempt.store.ts';

type AttemptDocument = { _id: string; count: number; endsAt: number; expireAt: Date };

const schema = new Schema<AttemptDocument>({ _id: String, count: Number, endsAt: Number, expireAt: Date }, { versionKey: false });
schema.index({ expireAt: 1 }, { expireAfterSeconds: 0 });

/** Without its id, which says who tried to sign in from where. */
const attempts = documentReader<AttemptCount>('signInAttempts', z.object({ count: z.number(), endsAt: z.number() }));

export function mongoAttemptStore(connection: Connection) {
  const model = connection.model<AttemptDocument>('signInAttempts', schema, 'signInAttempts');
  const asLeft = { returnDocument: 'after', projection: { _id: 0, count: 1, endsAt: 1 } } as const;
  const inOpenWindow = (key: string, at: number) =>
    model.findOneAndUpdate({ _id: key, endsAt: { $gt: at } }, { $inc: { count: 1 } }, asLeft).lean<unknown>();
  const openWindow = async (key: string, at: number, endsAt: number) => {
    const opened = { count: 1, endsAt, expireAt: new Date(endsAt) };
    const again = await model.updateOne({ _id: key, endsAt: { $lte: at } }, { $set: opened });
    // An upsert would do, but the embedded store reports its duplicates under a code of its own.
    if (again.matchedCount === 0) await model.collection.insertOne({ _id: key as never, ...opened });
    return { count: 1, endsAt };
  };
  return {
    model,
    async count(key, at, windowMs) {
      return retryOnContention(async () => {
        return attempts.found(await inOpenWindow(key, at)) ?? openWindow(key, at, at + windowMs);
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
