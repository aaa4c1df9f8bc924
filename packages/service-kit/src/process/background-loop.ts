import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../log/logger.ts';

/** Works in rounds: again at once while there is more, else after `intervalMs` or a wake, never without having rested. */
export type BackgroundLoop = {
  start(): void;
  wake(): void;
  /** Resolves when a round that begins after this call is over, whatever became of it; at once when the loop has stopped. */
  nextRound(): Promise<void>;
  stop(): Promise<void>;
};

export type LoopOptions = {
  name: string;
  round: () => Promise<'more' | 'idle'>;
  intervalMs: number;
  /** What many wakes in a short time are gathered in. Default 0. */
  restMs?: number;
  logger: Logger;
};

export function createBackgroundLoop({ name, round, intervalMs, restMs = 0, logger }: LoopOptions): BackgroundLoop {
  let running: Promise<void> | undefined;
  let stopped = false;
  let woken = false;
  let endPause = () => {};
  let waiting: (() => void)[] = [];

  const letGo = (those: readonly (() => void)[]) => {
    for (const told of those) told();
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async () => {
    while (!stopped) {
      woken = false;
      const heard = waiting;
      waiting = [];
      const found = await round().catch((err: unknown) => {
        logger.error({ err, loop: name }, 'round failed');
        return 'idle' as const;
      });
      letGo(heard);
      if (found === 'more') continue;
      if (!stopped && restMs > 0) await delay(restMs);
      if (!stopped && !woken) await pause(intervalMs - restMs);
    }
  };

  const wake = () => {
    woken = true;
    endPause();
  };

  return {
    start() {
      running ??= work();
    },
    wake,
    nextRound: () =>
      new Promise<void>((resolve) => {
        if (stopped) return resolve();
        waiting.push(resolve);
        return wake();
      }),
    async stop() {
      stopped = true;
      endPause();
      await running;
      letGo(waiting);
    },
  };
}
