import { type Clock, processIds, queues, workflowTypes } from '@jifen/contracts';
import { fetchClock, type HttpClient, type Logger } from '@jifen/service-kit';
import { type Client, ScheduleAlreadyRunning, type ScheduleDescription, ScheduleOverlapPolicy } from '@temporalio/client';

export type Schedules = { countyId: string; clock: Clock };

/** Ten past midnight on the first day of each month, when nothing else is due. */
const spec = {
  timezone: 'Asia/Shanghai',
  calendars: [{ dayOfMonth: 1, hour: 0, minute: 10, comment: "the month's first day" }],
};
const policies = { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '3 days' } as const;

/** The reason by which a pause of ours is told from that of a person. */
export const playedTime = 'Business time does not run with real time: ticks are given by hand.';

/** Sets up the Schedule of a county's months, or brings it up to date; a pause that somebody else made stays. May be repeated. */
export async function ensureSchedules({ schedule }: Pick<Client, 'schedule'>, { countyId, clock }: Schedules): Promise<void> {
  const scheduleId = processIds.monthTick(countyId);
  const action = {
    type: 'startWorkflow' as const,
    workflowType: workflowTypes.monthTick,
    workflowId: scheduleId,
    taskQueue: queues.member,
    args: [{ countyId }],
  };
  const isPlayed = clock.speed !== 1;
  const ours = { paused: isPlayed, ...(isPlayed && { note: playedTime }) };
  try {
    await schedule.create({ scheduleId, spec, action, policies, state: ours });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const stateAfter = ({ state }: ScheduleDescription) => (isPlayed || state.note === playedTime ? ours : state);
    await schedule.getHandle(scheduleId).update((before) => ({ spec, action, policies, state: stateAfter(before) }));
  }
}

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
