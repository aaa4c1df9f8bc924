import { describe, expect, it } from '@jest/globals';
import { createLogger, type HttpClient } from '@jifen/service-kit';
import type { Client } from '@temporalio/client';
import { keepSchedules } from './schedules.ts';

const logger = createLogger('test', 'silent');

/** Member and Temporal, each away for a while at first. */
function aStart({ memberAwayFor = 0, temporalAwayFor = 0, speed = 1 }) {
  const away = { member: memberAwayFor, temporal: temporalAwayFor };
  const created: { scheduleId: string; state?: unknown }[] = [];
  const member = {
    request: async () => {
      away.member -= 1;
      if (away.member >= 0) return { ok: false, refusal: { status: 401, code: 'not-signed-in', facts: {} } };
      return { ok: true, status: 200, value: { anchorReal: 0, anchorBusiness: 0, speed } };
    },
  } as unknown as HttpClient;
  const schedule = {
    create: async ({ scheduleId, state }: { scheduleId: string; state?: unknown }) => {
      away.temporal -= 1;
      if (away.temporal >= 0) throw new Error('Temporal cannot be reached');
      created.push({ scheduleId, state });
    },
  };
  const client = { schedule } as unknown as Pick<Client, 'schedule'>;
  return { created, done: keepSchedules({ client, member, countyId: 'qinghe', logger, everyMs: 1 }) };
}

describe('the Schedule at the start of a worker', () => {
  it('waits for member and for Temporal', async () => {
    const { created, done } = aStart({ memberAwayFor: 2, temporalAwayFor: 2 });
    await done;
    expect(created).toEqual([{ scheduleId: 'month-tick/qinghe', state: { paused: false } }]);
  });

  it('is paused where time stands still', async () => {
    const { created, done } = aStart({ speed: 0 });
    await done;
    expect(created).toMatchObject([{ state: { paused: true } }]);
  });
});
