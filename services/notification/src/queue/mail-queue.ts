import type { QueueReport } from '@jifen/contracts';
import { connectRedis, createBackgroundLoop, type Logger } from '@jifen/service-kit';
import { Queue, Worker } from 'bullmq';
import type { MessageStore } from '../messages/message.store.ts';
import type { Office } from '../ports/ports.ts';

export type MailQueueOptions = {
  redisUrl: string;
  name: string;
  messages: MessageStore;
  office: Office;
  /** Puts the reminders together that wait for a digest; asked within office hours only. */
  gather?: (limit: number) => Promise<unknown>;
  send: (messageId: string) => Promise<unknown>;
  /** Hears for whom the mails are that will leave next. */
  ahead?: (recipients: readonly string[]) => Promise<void>;
  mailsPerMinute: number;
  sweepMs: number;
  logger: Logger;
};

/** `wake` looks at once, unless more waits than the queue takes: then the next sweep is soon enough. */
export type MailQueue = { wake(): void; report(): Promise<QueueReport>; stop(): Promise<void> };

const atOnce = 200;
/** With more than these waiting, what is looked for would mostly be what waits already. */
const enough = 100;

/**
 * Carries the mails that may start now from the record to the senders. The record decides when and how often; Redis only carries,
 * so that losing it costs nothing: the next sweep fills the queue again.
 */
export function startMailQueue(options: MailQueueOptions): MailQueue {
  const { redisUrl, name, messages, office, gather, send, ahead, mailsPerMinute, sweepMs, logger } = options;
  const producer = connectRedis(redisUrl, 'producer');
  const consumer = connectRedis(redisUrl, 'worker');
  for (const connection of [producer, consumer])
    connection.on('error', (error: Error) => logger.warn({ reason: error.message }, 'redis is away'));
  const queue = new Queue<{ id: string }>(name, { connection: producer });
  const worker = new Worker<{ id: string }>(name, (job) => send(job.data.id), {
    connection: consumer,
    concurrency: 5,
    lockDuration: 10_000,
    stalledInterval: 10_000,
    limiter: { max: mailsPerMinute, duration: 60_000 },
  });
  queue.on('error', () => undefined);
  worker.on('error', () => undefined);
  worker.on('stalled', (jobId) => logger.warn({ jobId }, 'a mail job was left by its worker and starts again'));
  worker.on('failed', (job, error) =>
    logger.error({ messageId: job?.data.id, reason: error.message }, 'a mail attempt could not be recorded'),
  );

  let isFull = false;
  const round = async () => {
    if ((await queue.getWaitingCount()) > enough) return 'idle' as const;
    const isOpen = await office.isOpen();
    if (isOpen) await gather?.(atOnce);
    const startable = await messages.startable(Date.now(), atOnce, isOpen ? 'all' : 'at-once');
    await ahead?.(startable.map(({ recipient }) => recipient));
    await fill(queue, startable);
    isFull = startable.length === atOnce;
    return 'idle' as const;
  };
  const sweeper = createBackgroundLoop({ name: 'mail-sweep', intervalMs: sweepMs, logger, round });
  sweeper.start();
  return {
    wake() {
      if (!isFull) sweeper.wake();
    },
    report: () => reportOf(queue),
    async stop() {
      await sweeper.stop();
      await worker.close();
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

async function fill(queue: Queue<{ id: string }>, startable: readonly { id: string; attempts: number }[]): Promise<void> {
  const jobs = startable.map(({ id, attempts }) => ({
    name: 'mail',
    data: { id },
    opts: { jobId: `${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
  }));
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/** Rejects while Redis is away. */
async function reportOf(queue: Queue): Promise<QueueReport> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
  ]);
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  const oldestWaitingMs = oldest ? { oldestWaitingMs: Math.max(0, Date.now() - oldest.timestamp) } : {};
  return { name: queue.name, waiting, active, delayed, failed, ...oldestWaitingMs };
}
