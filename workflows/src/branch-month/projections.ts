import type { MonthState } from '@jifen/contracts';
import { setHandler } from '@temporalio/workflow';
import { projected } from './branch-month.messages.ts';

/** Remembers which resolutions are in the ledger: the word may come before the answer that asks for it, and twice. */
export class Projections {
  readonly #arrived: string[] = [];
  #used = 0;

  constructor(wake: () => void) {
    setHandler(projected, ({ actId }) => {
      if (!this.#arrived.includes(actId)) this.#arrived.push(actId);
      wake();
    });
  }

  areMissing({ awaitingProjection, actIds }: MonthState): boolean {
    return awaitingProjection && !this.#arrived.slice(this.#used).some((actId) => actIds.includes(actId));
  }

  /** What has arrived so far says nothing about a later resolution. */
  use(): void {
    this.#used = this.#arrived.length;
  }
}
