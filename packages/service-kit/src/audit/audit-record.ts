import { z } from 'zod';
import type { Logger } from '../log/logger.ts';

/** What happened, before it is chained. `at` is real time in milliseconds, never business time. */
export const auditRecord = z.object({
  eventId: z.string(),
  at: z.number(),
  actor: z.string(),
  service: z.string(),
  role: z.string().optional(),
  organisation: z.string().optional(),
  action: z.string(),
  target: z.string(),
  result: z.enum(['done', 'refused', 'failed']),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type AuditRecord = z.infer<typeof auditRecord>;

/** With whatever else a later release has put there: all of it is chained. */
export const storedRecord: z.ZodType<AuditRecord> = auditRecord.loose();

/** Stores refusals and unmasked reads before the answer; knows the age of the oldest unchained record. */
export type AuditSink = { insert(record: AuditRecord): Promise<void>; oldestUnchainedMs(): Promise<number> };

/** For a process without a store: the services chain what they do, this process logs what it refuses. */
export function loggedAudit(logger: Logger): AuditSink {
  return {
    insert: async ({ action, actor, target, result, requestId }) => logger.info({ action, actor, target, result, requestId }, 'audit'),
    oldestUnchainedMs: async () => 0,
  };
}
