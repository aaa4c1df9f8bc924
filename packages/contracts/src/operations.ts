import { z } from 'zod';
import { mailState } from './notices.ts';
import { instant } from './primitives.ts';

/** What runs, by the names under which the processes know each other. */
export const partName = z.enum(['console', 'member', 'scoring', 'notification', 'branch-worker', 'member-worker']);
export type PartName = z.infer<typeof partName>;

const count = z.int().nonnegative();
const ageMs = z.int().nonnegative();

export const partCheck = z.strictObject({ name: z.string(), ok: z.boolean(), onlyDegrades: z.boolean() });

/** A process of its own accord. The delay of its event loop is that which 99 of 100 turns do not pass. */
export const processReport = z.strictObject({
  version: z.string(),
  startedAt: instant,
  ready: z.boolean(),
  checks: z.array(partCheck),
  residentMb: count,
  eventLoopDelayMs: z.number().nonnegative(),
});

/** Documents of a collection on which an event waits to be delivered, and how long the oldest event has. */
export const backlogReport = z.strictObject({ name: z.string(), pending: count, oldestMs: ageMs.optional() });
export type BacklogReport = z.infer<typeof backlogReport>;

export const queueReport = z.strictObject({
  name: z.string(),
  waiting: count,
  active: count,
  delayed: count,
  failed: count,
  oldestWaitingMs: ageMs.optional(),
});
export type QueueReport = z.infer<typeof queueReport>;

/** `counts`: mails on their way by state, and those that came to an end within a day. `retrying`: those of the queued that failed at least once. */
export const mailReport = z.strictObject({ counts: z.array(z.strictObject({ state: mailState, count })), retrying: count });
export type MailReport = z.infer<typeof mailReport>;

export const temporalReport = z.strictObject({
  taskQueues: z.array(z.strictObject({ name: z.string(), kind: z.enum(['workflow', 'activity']), backlog: count, pollers: count })),
  open: z.array(z.strictObject({ type: z.string(), count })),
});
export type TemporalReport = z.infer<typeof temporalReport>;

/** `GET /operations` of every process: counters and indexed look-ups alone; no name, no score. What cannot be told in time is left out. */
export const operationsReport = z.strictObject({
  process: processReport,
  relays: z.array(backlogReport).optional(),
  /** Age of the oldest audit record that is not chained; 0 where there is none. */
  auditOldestMs: ageMs.optional(),
  queues: z.array(queueReport).optional(),
  mails: mailReport.optional(),
  temporal: temporalReport.optional(),
});
export type OperationsReport = z.infer<typeof operationsReport>;

/** `alive`: it answers, but could not be asked for its figures. */
export const operatedPart = z.strictObject({
  name: partName,
  state: z.enum(['answered', 'alive', 'silent']),
  report: operationsReport.optional(),
});
export type OperatedPart = z.infer<typeof operatedPart>;

export const operationsFinding = z.strictObject({
  code: z.enum([
    'part-silent',
    'part-mute',
    'part-not-ready',
    'store-away',
    'audit-behind',
    'relay-behind',
    'queue-behind',
    'mails-retrying',
    'mails-refused',
    'nobody-polls',
    'tasks-behind',
    'part-slow',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type OperationsFinding = z.infer<typeof operationsFinding>;

/** The operator's page; what needs an act comes first. `at` is real time. */
export const operationsScreen = z.strictObject({ at: instant, findings: z.array(operationsFinding), parts: z.array(operatedPart) });
export type OperationsScreen = z.infer<typeof operationsScreen>;
