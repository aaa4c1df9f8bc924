import { type BranchMonthInput, type Clock, messages, processIds, queues, type StepDeadline, workflowTypes } from '@jifen/contracts';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { at } from './deadlines.ts';
import { eventually } from './eventually.ts';
import type { History } from './history.ts';
import { type ScriptedAct, ScriptedScoring } from './scripted-scoring.ts';

const period = '2026-10';
const publicationKinds = ['post', 'answer-objection', 'file', 'receive', 'return'];

/** What became of a decision that was sent once. */
export type Told = { outcome: string; code?: string };
export type Addressed = { round?: number; rosterHash?: string; workflowId?: string };

/** One branch's October on a time-skipping server. */
export class Story {
  readonly scoring: ScriptedScoring;
  readonly environment: TestWorkflowEnvironment;
  readonly branchId: string;
  clock: Clock;
  /** Of the branch's month; without it the one of real life. */
  historyLimit: number | undefined;

  constructor(environment: TestWorkflowEnvironment, branchId: string, clock: Clock) {
    this.environment = environment;
    this.branchId = branchId;
    this.clock = clock;
    this.scoring = new ScriptedScoring(
      () => this.now(),
      () => this.clock,
    );
  }

  async now(): Promise<number> {
    const { anchorReal, anchorBusiness, speed } = this.clock;
    return anchorBusiness + ((await this.environment.currentTimeMs()) - anchorReal) * speed;
  }

  async until(instant: number): Promise<void> {
    const ahead = instant - (await this.now());
    if (ahead > 0) await this.environment.sleep(ahead);
  }

  async stage(stage: string, round = 1): Promise<void> {
    await eventually(() => {
      const { state } = this.scoring;
      if (state.stage !== stage || state.round !== round)
        throw new Error(`${state.stage} of round ${state.round}, not ${stage} of ${round}`);
    });
  }

  async open(members: number, changes: Partial<BranchMonthInput> = {}): Promise<void> {
    const { branchId, clock } = this;
    const { state } = this.scoring;
    const memberIds = Array.from({ length: members }, (_, index) => this.member(index + 1));
    const applicationDueAt = at('2026-11-06');
    const input: BranchMonthInput = { branchId, period, memberIds, state, clock, applicationDueAt, resume: false, ...changes };
    await this.environment.client.workflow.start(workflowTypes.branchMonth, {
      workflowId: this.branchMonth,
      taskQueue: queues.branch,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [input],
      ...(this.historyLimit === undefined ? {} : { memo: { historyLimit: this.historyLimit } }),
    });
  }

  /** Opens the month and waits until the members' processes have begun. */
  async begin(members: number): Promise<void> {
    await this.open(members);
    const numbers = Array.from({ length: members }, (_, index) => index + 1);
    await eventually(() => Promise.all(numbers.map((number) => this.history(this.memberMonth(number)))));
  }

  member(number: number): string {
    return `${this.branchId}-m${number}`;
  }

  get branchMonth(): string {
    return processIds.branchMonth(this.branchId, period);
  }

  memberMonth(number: number): string {
    return processIds.memberMonth(this.member(number), period);
  }

  publication(round: number): string {
    return processIds.publication(this.branchId, period, round);
  }

  async signal(workflowId: string, name: string, payload: unknown): Promise<void> {
    await this.environment.client.workflow.getHandle(workflowId).signal(name, payload);
  }

  async apply(number: number): Promise<void> {
    const actId = `${this.member(number)}-application`;
    await this.signal(this.memberMonth(number), messages.applied, { actId, at: Math.floor(await this.now()) });
  }

  async settle(number: number, round = 1): Promise<void> {
    await this.signal(this.memberMonth(number), messages.settled, { round });
  }

  /** Sends a decision once and waits for what becomes of it. */
  async send(actId: string, act: ScriptedAct, { round, rosterHash, workflowId }: Addressed = {}): Promise<Told> {
    this.scoring.acts[actId] ??= act;
    const { state } = this.scoring;
    const ofRound = round ?? state.round;
    const target = workflowId ?? (publicationKinds.includes(act.kind) ? this.publication(ofRound) : this.branchMonth);
    const message = { actId, kind: act.kind, round: ofRound, rosterHash: rosterHash ?? state.rosterHash };
    const handle = this.environment.client.workflow.getHandle(target);
    return handle.executeUpdate(messages.decide, { updateId: actId, args: [message] }).then(() => ({ outcome: 'effective' }), toldBy);
  }

  /** Time passes only when nothing is under way: the server forgets an Update during a first task, and what is called off halfway. */
  async atRest(): Promise<void> {
    await this.environment.sleep('1 second');
  }

  /** Sends a decision again, as scoring's relay does, until its process takes it on. */
  async decide(actId: string, act: ScriptedAct, addressed: Addressed = {}): Promise<void> {
    const round = addressed.round ?? this.scoring.state.round;
    const told = await eventually(async () => {
      await this.atRest();
      const answer = await this.send(actId, act, { ...addressed, round });
      if (answer.outcome === 'not-yet' || answer.outcome === 'no-such-process') throw new Error(`${actId}: ${answer.outcome}`);
      return answer;
    });
    if (told.outcome !== 'effective') throw new Error(`${actId} was refused: ${told.code}`);
  }

  /** The resolution's lines are in the ledger. */
  async projected(actId: string): Promise<void> {
    const state = this.scoring.write({ awaitingProjection: false });
    await this.signal(this.branchMonth, messages.projected, { actId, state });
  }

  /** The deadlines are changed on record, and the process that holds them is told. */
  async reschedule(deadlines: readonly StepDeadline[], workflowId = this.branchMonth): Promise<void> {
    const changed = deadlines.map(({ step }) => step);
    const kept = this.scoring.record.deadlines.filter(({ step }) => !changed.includes(step));
    await this.signal(workflowId, messages.deadlinesChanged, { state: this.scoring.write({ deadlines: [...kept, ...deadlines] }) });
  }

  async result<T = unknown>(workflowId: string): Promise<T> {
    return this.environment.client.workflow.getHandle(workflowId).result() as Promise<T>;
  }

  async history(workflowId: string): Promise<History> {
    return this.environment.client.workflow.getHandle(workflowId).fetchHistory();
  }

  async events(workflowId: string): Promise<number> {
    return (await this.history(workflowId)).events?.length ?? 0;
  }

  /** Business time is set and the named processes are told. */
  async setClock(anchorBusiness: number, speed: number, workflowIds: readonly string[]): Promise<void> {
    if (workflowIds.length > 0) await this.atRest();
    this.clock = { anchorReal: await this.environment.currentTimeMs(), anchorBusiness, speed };
    for (const workflowId of workflowIds) await this.signal(workflowId, messages.clockChanged, { clock: this.clock });
  }
}

function toldBy(error: unknown): Told {
  if (error instanceof WorkflowNotFoundError) return { outcome: 'no-such-process' };
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return { outcome: error.cause.type ?? '', code: error.cause.message };
  }
  throw error;
}
