import { connectRedis, type Logger } from '@jifen/service-kit';
import { Queue, Worker } from 'bullmq';
import type { MessageStore } from '../messages/message.store.ts';

export type MailQueueOptions = {
  redisUrl: string;
  name: string;
  messages: MessageStore;
  send: (messageId: string) => Promise<unknown>;
  mailsPerMinute: number;
  sweepMs: number;
  logger: Logger;
};

export type MailQueue = { wake(): void; stop(): Promise<void> };

/**
 * Carries the mails that may start now from the record to the senders. The record decides when and how often; Redis only carries,
 * so that losing it costs nothing: the next sweep fills the queue again.
 */
export function startMailQueue({ redisUrl, name, messages, send, mailsPerMinute, sweepMs, logger }: MailQueueOptions): MailQueue {
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

  async function sweep(): Promise<void> {
    const startable = await messages.startable(Date.now(), 200);
    if (startable.length === 0) return;
    await queue.addBulk(
      startable.map(({ id, attempts }) => ({
        name: 'mail',
        data: { id },
        opts: { jobId: `${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
  }
  const sweeper = repeat(sweep, sweepMs, logger);
  return {
    wake: sweeper.wake,
    async stop() {
      await sweeper.stop();
      await worker.close();
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Runs again after each end, sooner when woken; a failure is logged and the next round tries again. */
function repeat(work: () => Promise<void>, pauseMs: number, logger: Logger) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let woken = false;
  const round = async () => {
    woken = false;
    await work().catch((error: Error) => logger.warn({ reason: error.message }, 'the sweep of the mails failed'));
    if (!stopped) timer = setTimeout(start, woken ? 0 : pauseMs);
  };
  const start = () => {
    timer = undefined;
    running = round();
  };
  start();
  return {
    wake() {
      woken = true;
      if (timer === undefined || stopped) return;
      clearTimeout(timer);
      timer = setTimeout(start, 0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
