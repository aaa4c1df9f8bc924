import { describe, expect, it } from '@jest/globals';
import { requireServer, withDatabase } from '@jifen/test-kit';
import { Schema } from 'mongoose';
import { connectMongo, connectRedis } from './connections.ts';
import { ensureIndexes } from './document-schema.ts';
import { isStoreUnavailable, retryOnContention } from './store-errors.ts';

const database = withDatabase();

describe('the connection to the record', () => {
  it('writes with majority and journal', () => {
    expect(database.connection().getClient().options.writeConcern).toMatchObject({ w: 'majority', journal: true });
  });

  it('has the indexes that its models declare', async () => {
    const schema = new Schema({ key: String, live: Boolean });
    schema.index({ key: 1 }, { name: 'live-key', unique: true, partialFilterExpression: { live: true } });
    const acts = database.connection().model('acts', schema);
    await ensureIndexes([acts]);
    await acts.create([{ key: 'k', live: true }, { key: 'k' }]);
    await expect(acts.create({ key: 'k', live: true })).rejects.toMatchObject({ code: 11000 });
  });

  it('counts every one of many upserts of the same key', async () => {
    const counters = database.connection().collection<{ _id: string; n: number }>('counters');
    const increment = () => retryOnContention(() => counters.updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { upsert: true }));
    await Promise.all(Array.from({ length: 100 }, increment));
    expect(await counters.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: 100 });
  });

  it('fails within seconds when nothing is there', async () => {
    const failure = await connectMongo('mongodb://127.0.0.1:1/', 'x').catch((error: unknown) => error);
    expect(isStoreUnavailable(failure)).toBe(true);
  });
});

describe('the connection to Redis', () => {
  it('answers a producer', async () => {
    const redis = connectRedis(requireServer('REDIS_URL'));
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  it('fails fast when nothing is there', async () => {
    const redis = connectRedis('redis://127.0.0.1:1');
    const failure = await redis.ping().catch((error: unknown) => error);
    redis.disconnect();
    expect(isStoreUnavailable(failure)).toBe(true);
  });
});
