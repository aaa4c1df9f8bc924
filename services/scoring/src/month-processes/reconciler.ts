import { type BackgroundLoop, createBackgroundLoop, type Logger } from '@jifen/service-kit';
import { type ReconcilePorts, reconcileProcesses } from './reconcile-processes.ts';

/** Looks at the start and then every minute; it is heard of only where a process was missing. */
export function createReconciler(
  ports: ReconcilePorts,
  { logger, intervalMs = 60_000 }: { logger: Logger; intervalMs?: number },
): BackgroundLoop {
  const round = async () => {
    const started = await reconcileProcesses(ports, (err) => logger.error({ err }, 'a month cannot be read, and is not looked after'));
    if (started.length > 0) logger.warn({ started }, 'processes were missing and go on from the record');
    return 'idle' as const;
  };
  return createBackgroundLoop({ name: 'processes', round, intervalMs, logger });
}
