import { fetchClock, type HttpClient, type Logger } from '@jifen/service-kit';
import type { Client } from '@temporalio/client';
import { ensureSchedules } from './schedules.ts';

export type KeepSchedules = { client: Pick<Client, 'schedule'>; member: HttpClient; countyId: string; logger: Logger; everyMs?: number };

/** At a start member or Temporal may not be there yet: tried until both have answered, beside the work. */
export async function keepSchedules({ client, member, countyId, logger, everyMs = 5_000 }: KeepSchedules): Promise<void> {
  for (;;) {
    try {
      const clock = await fetchClock(member);
      await ensureSchedules(client, { countyId, clock });
      logger.info({ countyId, paused: clock.speed !== 1 }, 'the months of the county are scheduled');
      return;
    } catch (error) {
      logger.warn({ err: error }, 'the months of the county are not scheduled yet');
      await new Promise<void>((resolve) => setTimeout(resolve, everyMs).unref());
    }
  }
}
