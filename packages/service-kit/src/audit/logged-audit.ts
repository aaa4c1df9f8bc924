import type { Logger } from '../log/logger.ts';
import type { AuditSink } from './audit-record.ts';

/** For a process without a record of its own: the services chain what they do, it logs what it refused. */
export function loggedAudit(logger: Logger): AuditSink {
  return {
    insert: async ({ action, actor, target, result, requestId }) => logger.info({ action, actor, target, result, requestId }, 'audit'),
    oldestUnchainedMs: async () => 0,
  };
}
