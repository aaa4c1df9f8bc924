import { beforeEach, describe, expect, it } from '@jest/globals';
import { withDatabase } from '@jifen/test-kit';
import { byPendingIndex, type PendingEvent } from '../relay/pending-index.ts';
import { backlogOf, backlogStages } from './backlog.ts';

const database = withDatabase();
const event = (id: string, at: number): PendingEvent => ({ id, type: 'notice', at, payload: {} });

type Act = { _id: string; pending: PendingEvent[] };
const acts = () => database.connection().collection<Act>('acts');
const backlog = () => backlogOf(database.connection(), ['acts', 'months'], () => 1_000)();

beforeEach(async () => {
  await acts().deleteMany({});
});

describe('the backlog of a relay', () => {
  it('is nothing where nothing waits, also where there is no collection yet', async () => {
    await acts().insertOne({ _id: 'a1', pending: [] });
    expect(await backlog()).toEqual([
      { name: 'acts', pending: 0 },
      { name: 'months', pending: 0 },
    ]);
  });

  it('is how many documents wait, and for how long the oldest event of all has', async () => {
    await acts().insertMany([
      { _id: 'a1', pending: [event('1', 900), event('2', 950)] },
      { _id: 'a2', pending: [event('3', 800), event('4', 700)] },
      { _id: 'a3', pending: [] },
    ]);
    expect((await backlog())[0]).toEqual({ name: 'acts', pending: 2, oldestMs: 300 });
  });

  it('is never negative where the clocks of two machines differ', async () => {
    await acts().insertOne({ _id: 'a1', pending: [event('1', 1_001)] });
    expect((await backlog())[0]).toEqual({ name: 'acts', pending: 1, oldestMs: 0 });
  });

  it('reads no document on which nothing waits', async () => {
    await acts().insertMany(Array.from({ length: 2_000 }, (_, n) => ({ _id: `a${n}`, pending: n === 7 ? [event('7', 1)] : [] })));
    await backlog();
    const plan = JSON.stringify(await acts().aggregate(backlogStages, byPendingIndex).explain('queryPlanner'));
    expect(plan).toContain('"indexName":"pending"');
    expect(plan).not.toMatch(/Seq Scan|COLLSCAN/);
  });
});
