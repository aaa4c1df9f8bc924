import type { CountyMonthKey, OpenBranchAnswer } from '@jifen/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { CountyActivities } from '../activities/activities.ts';

/** Scoring behind the activities of a county's month: keeps what it was asked, refuses what it is told to. */
export class ScriptedCounty {
  readonly branchIds: readonly string[];
  /** Branch → the code with which it refuses; or it breaks. */
  refusals: Record<string, string> = {};
  broken: readonly string[] = [];
  /** Its first day has not come. */
  early = false;
  readonly open = new Set<string>();
  /** Every branch that was asked, in order. */
  readonly asked: string[] = [];
  readonly begun: CountyMonthKey[] = [];
  /** How many were open each time the month was finished. */
  readonly finished: number[] = [];
  mostAtOnce = 0;
  /** The first so many answer only when all of them have been asked. */
  together = 1;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #onFinished = () => {};

  constructor(branches: number) {
    this.branchIds = Array.from({ length: branches }, (_, index) => `branch-${String(index + 1).padStart(3, '0')}`);
  }

  readonly activities: CountyActivities = {
    beginCountyMonth: async (month) => {
      if (this.early) throw ApplicationFailure.nonRetryable('month-not-begun', 'month-not-begun');
      this.begun.push(month);
    },
    listCountyBranches: async ({ after = '', limit }) => {
      const rest = this.branchIds.filter((branchId) => branchId > after);
      const branchIds = rest.slice(0, limit);
      const next = branchIds.at(-1);
      return rest.length > limit && next !== undefined ? { branchIds, next } : { branchIds };
    },
    openBranchMonth: ({ branchId }) => this.#open(branchId),
    finishCountyMonth: async () => {
      this.finished.push(this.open.size);
      this.#onFinished();
    },
  };

  onFinished(then: () => void): void {
    this.#onFinished = then;
  }

  async #open(branchId: string): Promise<OpenBranchAnswer> {
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    this.asked.push(branchId);
    await this.#untilTogether();
    this.#underWay -= 1;
    if (this.broken.includes(branchId)) throw new Error('scoring does not answer');
    const code = this.refusals[branchId];
    if (code) return { outcome: 'refused', code };
    if (this.open.has(branchId)) return { outcome: 'already-open' };
    this.open.add(branchId);
    return { outcome: 'opened' };
  }

  async #untilTogether(): Promise<void> {
    if (this.asked.length < this.together) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    for (const answer of this.#waiting.splice(0)) answer();
  }
}
