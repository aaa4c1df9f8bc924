import type { Logger } from '../log/logger.ts';

/** Works in rounds: again at once while there is more, else after `intervalMs` or a nudge. */
export type BackgroundLoop = { start(): void; nudge(): void; stop(): Promise<void> };

export type LoopOptions = { name: string; round: () => Promise<'more' | 'idle'>; intervalMs: number; logger: Logger };

export function createBackgroundLoop({ name, round, intervalMs, logger }: LoopOptions): BackgroundLoop {
  let running: Promise<void> | undefined;
  let stopped = false;
  let nudged = false;
  let wake = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async () => {
    while (!stopped) {
      nudged = false;
      const found = await round().catch((err: unknown) => {
        logger.error({ err, loop: name }, 'round failed');
        return 'idle' as const;
      });
      if (!stopped && !nudged && found === 'idle') await pause();
    }
  };

  return {
    start() {
      running ??= work();
    },
    nudge() {
      nudged = true;
      wake();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
