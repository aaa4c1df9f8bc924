import type { Clock, NoticeRequest } from '@jifen/contracts';
import { type AuditRecord, type PendingEvent, plain } from '@jifen/service-kit';
import type { ProcessSignal } from './signals.ts';

/** Everything that travels in `pending[]` of an act or a branch-month, by type. */
export type EventPayloads = {
  audit: AuditRecord;
  /** Send a pending act to its process. */
  'deliver-act': { actId: string };
  /** Bring an act of a closing month to the months that are evaluated with it. */
  follow: { actId: string };
  /** Take an act that was effective at once into its branch-month. */
  fold: { branchId: string; period: string };
  /** What follows an application that its month has taken in: the member's process hears of it. */
  applied: { memberId: string; period: string; actId: string; at: number };
  'start-branch-month': { branchId: string; period: string };
  'start-county-month': { countyId: string; period: string };
  /** Bring a resolution's or an upheld objection's lines to the ledger, the sheets and the counters. */
  project: { branchId: string; period: string; actId: string };
  /** Make a month that came from paper part of the record. */
  'bring-in': { actId: string };
  signal: ProcessSignal;
  /** Business time was moved: the month's processes arm their timers anew. */
  'clock-changed': { clock: Clock };
  /** A party day or the calendar was changed: the month's deadlines are computed again. */
  reschedule: Record<string, never>;
  /** Somebody's entry, a line, or an objection begins to wait: when it is told of is computed. */
  'plan-member-waits': Record<string, never>;
  notice: NoticeRequest;
  /** Try a draft of a scheme on the next branches of the county. */
  'compare-schemes': { versionId: string; comparisonId: string; looked: number };
};
export type EventType = keyof EventPayloads;

/** Collections whose documents carry events. */
export const eventCollections = ['acts', 'branchMonths', 'countyMonths', 'schemeVersions'] as const;

/** Lets a relay look at once: that of a collection; without one those of acts and months, where people wait. */
export type Wake = (of?: (typeof eventCollections)[number]) => void;

/** `key` makes the event known when it is repeated; `at` is real time. */
export function event<T extends EventType>(type: T, key: string, at: number, payload: EventPayloads[T]): PendingEvent {
  return { id: `${type}/${key}`, type, at, payload: plain(payload) };
}

/** How each subject takes part in the relay; rejecting keeps the event pending. */
export type EventHandlers = { [T in EventType]?: (payload: EventPayloads[T], source: { documentId: string }) => Promise<void> };
