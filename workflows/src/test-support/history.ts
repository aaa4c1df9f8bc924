import type { Clock } from '@jifen/contracts';
import type { Client } from '@temporalio/client';

export type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

export const eventsOf = ({ events }: History): readonly HistoryEvent[] => events ?? [];

/** The history of each run of a process, the first one first. */
export async function runsOf({ workflow }: Client, workflowId: string): Promise<History[]> {
  const found: History[] = [];
  let runId: string | undefined;
  do {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    found.unshift(history);
    runId = eventsOf(history)[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId);
  return found;
}

/** The business instants at which the timers of a process end, in the order of their start, in Asia/Shanghai to the minute. */
export function timerEnds(history: History, { anchorReal, anchorBusiness }: Clock): string[] {
  return eventsOf(history).flatMap(({ eventTime, timerStartedEventAttributes: timer }) => {
    if (!timer) return [];
    const ends = anchorBusiness + (secondsOf(eventTime) + secondsOf(timer.startToFireTimeout)) * 1000 - anchorReal;
    return [shanghai(Math.round(ends / 60_000) * 60_000)];
  });
}

/** The lengths of the timers of a process in seconds, in the order of their start. */
export const timerLengths = (history: History): number[] =>
  eventsOf(history).flatMap(({ timerStartedEventAttributes: timer }) => (timer ? [secondsOf(timer.startToFireTimeout)] : []));

const shanghai = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** What the activities were asked, in order. */
export function asked(history: History): { activity: string; input: unknown }[] {
  return eventsOf(history).flatMap(({ activityTaskScheduledEventAttributes: scheduled }) =>
    scheduled ? [{ activity: scheduled.activityType?.name ?? '', input: payloadOf(scheduled.input?.payloads?.[0]?.data) }] : [],
  );
}

export const childrenOf = (history: History): number =>
  eventsOf(history).filter((event) => event.childWorkflowExecutionStartedEventAttributes).length;

type Seconds = { seconds?: { toNumber(): number } | number | null; nanos?: number | null } | null | undefined;

function secondsOf(duration: Seconds): number {
  const whole = duration?.seconds ?? 0;
  return (typeof whole === 'number' ? whole : whole.toNumber()) + (duration?.nanos ?? 0) / 1e9;
}

function payloadOf(data: Uint8Array | null | undefined): unknown {
  return data ? JSON.parse(new TextDecoder().decode(data)) : undefined;
}
