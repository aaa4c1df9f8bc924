import { type CountyMonthInput, processIds, queues, workflowTypes } from '@jifen/contracts';

import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { CountyActivities } from '../activities/activities.ts';
import { countyOptions, workerOptions } from '../worker-options.ts';
import { type History, runsOf } from './history.ts';
import { ScriptedCounty } from './scripted-county.ts';
import type { TimeSkipping } from './test-server.ts';
import { createTimeSkipping, sourceBundle } from './time-skipping.ts';

/** IndexedValueType of Temporal's API. */
const datetime = 6;
const scheduledFor = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** One county after the other on one time-skipping server, with the workers of the member worker's process. */
export class CountyStage {
  readonly environment: TimeSkipping;
  #county = new ScriptedCounty(0);
  #told = 0;
  #ticks = 0;
  #workers: Worker[] = [];
  #runs: Promise<unknown> = Promise.resolve();

  private constructor(environment: TimeSkipping) {
    this.environment = environment;
  }

  static async appear(): Promise<CountyStage> {
    const [environment, workflowBundle] = await Promise.all([createTimeSkipping(), sourceBundle()]);
    const stage = new CountyStage(environment);
    const shared = { connection: environment.nativeConnection, shutdownGraceTime: '1 second', identity: 'worker' } as const;
    const bulk = Worker.create({ ...workerOptions('member'), ...shared, workflowBundle });
    stage.#workers = await Promise.all([bulk, Worker.create({ ...countyOptions(stage.#activities), ...shared })]);
    stage.#runs = Promise.all(stage.#workers.map((worker) => worker.run()));
    return stage;
  }

  readonly #activities: CountyActivities = {
    beginCountyMonth: (asked) => this.#county.activities.beginCountyMonth(asked),
    listCountyBranches: (asked) => this.#county.activities.listCountyBranches(asked),
    openBranchMonth: (asked) => this.#county.activities.openBranchMonth(asked),
    finishCountyMonth: (asked) => this.#county.activities.finishCountyMonth(asked),
  };

  begin(branches: number): ScriptedCounty {
    this.#told += 1;
    this.#county = new ScriptedCounty(branches);
    return this.#county;
  }

  /** The time-skipping server has no Schedules, and does not know what they give. */
  async learnScheduledTime(): Promise<void> {
    const searchAttributes = { [scheduledFor.name]: datetime };
    await this.environment.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
  }

  /** Gives a tick as a Schedule does: under an id of its own, with the time it was scheduled for. */
  async tick(at: string): Promise<{ workflowId: string; result: unknown }> {
    this.#ticks += 1;
    const workflowId = `month-tick-${this.#ticks}`;
    const handle = await this.environment.client.workflow.start(workflowTypes.monthTick, {
      workflowId,
      taskQueue: queues.member,
      args: [{ countyId: this.countyId }],
      typedSearchAttributes: [{ key: scheduledFor, value: new Date(at) }],
    });
    return { workflowId, result: await handle.result() };
  }

  async historyOf(workflowId: string): Promise<History> {
    return this.environment.client.workflow.getHandle(workflowId).fetchHistory();
  }

  get countyId(): string {
    return `qinghe-${this.#told}`;
  }

  workflowId(period = '2026-10'): string {
    return processIds.countyMonth(this.countyId, period);
  }

  /** Starts it as whoever starts it does; answers whether it was started. */
  async start(input: Partial<CountyMonthInput> = {}): Promise<boolean> {
    const month = { countyId: this.countyId, period: '2026-10', pageSize: 7, ...input };
    const options = {
      workflowId: this.workflowId(month.period),
      taskQueue: queues.member,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [month],
    } as const;
    return this.environment.client.workflow.start(workflowTypes.countyMonth, options).then(
      () => true,
      () => false,
    );
  }

  async end(workflowId = this.workflowId()): Promise<void> {
    await this.environment.client.workflow.getHandle(workflowId).result();
  }

  /** The history of each of its runs, the first one first. */
  async runs(workflowId = this.workflowId()): Promise<History[]> {
    return runsOf(this.environment.client, workflowId);
  }

  async leave(): Promise<void> {
    for (const worker of this.#workers) worker.shutdown();
    await this.#runs;
    await this.environment.teardown();
  }
}
