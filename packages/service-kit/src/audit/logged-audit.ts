import type { Logger } from '../log/logger.ts';
import type { AuditSink } from './audit-record.ts';

/** For a process without a store: the services chain what they do, this process logs what it refuses. */
export function loggedAudit(logger: Logger): AuditSink {
  return {
    insert: async ({ action, actor, target, result, requestId }) => logger.info({ action, actor, target, result, requestId }, 'audit'),
    oldestUnchainedMs: async () => 0,
  };
}
