import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../activities/activities.ts';
import { at } from './deadlines.ts';
import { Story } from './story.ts';
import type { TimeSkipping } from './test-server.ts';
import { createTimeSkipping, startWorkers, type Workers } from './time-skipping.ts';

/** Tells one story after the other on one server; what an earlier story left open stands still, because scoring refuses it everything. */
export class Storyteller {
  #environment: TimeSkipping;
  #workers: Workers | undefined;
  #story: Story | undefined;
  #told = 0;

  private constructor(environment: TimeSkipping) {
    this.#environment = environment;
  }

  static async appear(): Promise<Storyteller> {
    return new Storyteller(await createTimeSkipping());
  }

  /** A branch's October, told from an instant of business time on. */
  async begin(anchorBusiness = at('2026-10-25', 8)): Promise<Story> {
    if (this.#story?.scoring.state.stage === 'closed') await this.#moveOn();
    this.#told += 1;
    const clock = { anchorReal: await this.#environment.currentTimeMs(), anchorBusiness, speed: 1 };
    this.#story = new Story(this.#environment, `lianhu-${this.#told}`, clock);
    return this.#story;
  }

  async startWorkers(): Promise<void> {
    this.#workers ??= await startWorkers(this.#environment, this.#activities);
  }

  /** A publication that ends after the branch's month leaves a lock behind: that server may never skip time again. */
  async #moveOn(): Promise<void> {
    await this.leave();
    this.#workers = undefined;
    this.#environment = await createTimeSkipping();
  }

  async leave(): Promise<void> {
    await this.#workers?.stop();
    await this.#environment.teardown();
  }

  readonly #activities: Activities = {
    applyAct: async (asked) => this.#of().applyAct(asked),
    reachDeadline: async (asked) => this.#of(asked.branchId).reachDeadline(asked),
    remindOutstanding: async (asked) => this.#of(asked.branchId).remindOutstanding(asked),
  };

  #of(branchId = this.#story?.branchId): Activities {
    if (this.#story && this.#story.branchId === branchId) return this.#story.scoring.activities;
    throw ApplicationFailure.nonRetryable('this story is over', 'story-over');
  }
}
