import { type BackgroundLoop, createBackgroundLoop, type Logger } from '@jifen/service-kit';
import { type CardDeps, deliverCards } from './deliver-cards.ts';

export type CardDelivery = BackgroundLoop & {
  /** For imports: they answer when the cards are there, or when they certainly follow. */
  deliverNow(): Promise<void>;
};

/** Looks for due cards after every change and every second; while the receiver is away they stay due. */
export function createCardDelivery(deps: CardDeps, { logger, intervalMs = 1000 }: { logger: Logger; intervalMs?: number }): CardDelivery {
  const round = async () => {
    await deliverCards(deps);
    return 'idle' as const;
  };
  const loop = createBackgroundLoop({ name: 'cards', round, intervalMs, logger });
  return {
    ...loop,
    async deliverNow() {
      await deliverCards(deps).catch((err: unknown) => logger.warn({ err }, 'cards stay due'));
    },
  };
}
