import type { ApplyAnswer, Clock, MonthState, ReminderRequest, StepDeadline, WaitedStep } from '@jifen/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../activities/activities.ts';
import { laterDeadlines, october, ofSupplement } from './deadlines.ts';

type Stage = MonthState['stage'];
export type ScriptedAct = { kind: string; carried?: boolean; backTo?: 'posting' | 'filing'; withdrawsTo?: Stage; refusal?: string };
export type Reminded = ReminderRequest & { at: number };

const from: Record<string, readonly Stage[]> = {
  register: ['applying', 'registering', 'reviewing'],
  review: ['reviewing'],
  'record-meeting': ['meeting'],
  post: ['posting'],
  file: ['filing'],
  receive: ['filed'],
  return: ['filed'],
};
const to: Record<string, Stage> = { register: 'reviewing', review: 'meeting', post: 'publicity', file: 'filed', receive: 'filed' };
const stageOfStep: Partial<Record<WaitedStep, Stage>> = { application: 'applying', publicity: 'publicity', 'return-window': 'filed' };

/** Scoring and notification behind the activities: a small script of the steps that keeps what it was asked. */
export class ScriptedScoring {
  state: MonthState = {
    stage: 'applying',
    round: 1,
    rosterHash: 'a1b2c3d4e5f60718',
    deadlines: [...october],
    actIds: [],
    awaitingProjection: false,
  };
  /** What follows when the return window of a round has passed. */
  supplement: Stage | undefined;
  unreachable = false;
  readonly acts: Record<string, ScriptedAct> = {};
  readonly applied: string[] = [];
  readonly reached: string[] = [];
  readonly reminders: Reminded[] = [];
  readonly #now: () => Promise<number>;
  readonly #clock: () => Clock;

  /** `now` is scoring's business time, `clock` what it reads it from. */
  constructor(now: () => Promise<number>, clock: () => Clock) {
    this.#now = now;
    this.#clock = clock;
  }

  readonly activities: Activities = {
    applyAct: async ({ actId }) => ({ ...this.#apply(actId), clock: this.#clock() }),
    reachDeadline: async ({ step, round }) => {
      await this.#reach(step, round);
      return { state: this.state, clock: this.#clock() };
    },
    remindOutstanding: async (asked) => {
      this.reminders.push({ ...asked, at: await this.#now() });
    },
  };

  #apply(actId: string): ApplyAnswer {
    if (this.unreachable) throw new Error('scoring does not answer');
    const act = this.acts[actId];
    if (!act) throw ApplicationFailure.nonRetryable('unknown-act', 'unknown-act');
    if (this.state.actIds.includes(actId)) return { outcome: 'effective', state: this.state };
    const wrong = from[act.kind]?.includes(this.state.stage) === false ? 'wrong-step' : undefined;
    const code = act.refusal ?? wrong;
    if (code) return { outcome: 'refused', code, state: this.state };
    this.applied.push(actId);
    this.state = { ...this.state, ...this.#after(act), actIds: [...this.state.actIds, actId] };
    return { outcome: 'effective', state: this.state };
  }

  #after({ kind, carried, backTo, withdrawsTo }: ScriptedAct): Partial<MonthState> {
    if (kind === 'record-meeting') return carried ? { ...this.#enter('posting'), awaitingProjection: true } : {};
    if (kind === 'return') return { ...this.#enter(backTo ?? 'posting'), round: this.state.round + 1 };
    return this.#enter(withdrawsTo ?? to[kind] ?? this.state.stage);
  }

  #enter(stage: Stage): Partial<MonthState> {
    return { stage, deadlines: replaced(this.state.deadlines, laterDeadlines[stage]) };
  }

  async #reach(step: WaitedStep, round: number): Promise<void> {
    const { stage, deadlines } = this.state;
    if (stageOfStep[step] !== stage || round !== this.state.round) return;
    const dueAt = deadlines.find((deadline) => deadline.step === step)?.dueAt ?? Number.POSITIVE_INFINITY;
    if ((await this.#now()) < dueAt) throw ApplicationFailure.retryable('not-due-yet', 'not-due-yet');
    this.reached.push(`${step}/${round}`);
    this.state = { ...this.state, ...this.#afterReaching(stage) };
  }

  #afterReaching(stage: Stage): Partial<MonthState> {
    if (stage === 'applying') return this.#enter('registering');
    if (stage === 'publicity') return this.#enter('filing');
    const next = this.supplement;
    this.supplement = undefined;
    if (!next) return this.#enter('closed');
    const entered = next === 'registering' ? { stage: next, deadlines: [...ofSupplement] } : this.#enter(next);
    return { ...entered, round: this.state.round + 1 };
  }
}

function replaced(deadlines: readonly StepDeadline[], changed: StepDeadline | undefined): StepDeadline[] {
  return changed ? [...deadlines.filter(({ step }) => step !== changed.step), changed] : [...deadlines];
}
