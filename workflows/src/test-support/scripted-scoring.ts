import type {
  ApplyAnswer,
  BranchMonthStageName,
  Clock,
  KeptState,
  OpenWait,
  ReminderRequest,
  StepDeadline,
  WaitedStep,
} from '@jifen/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../activities/activities.ts';
import { laterDeadlines, october, ofSupplement } from './deadlines.ts';

type Stage = BranchMonthStageName;
export type ScriptedAct = { kind: string; carried?: boolean; backTo?: 'posting' | 'filing'; withdrawsTo?: Stage; refusal?: string };
export type Reminded = ReminderRequest & { at: number };

/** What scoring has on record of a month. */
export type ScriptedRecord = Pick<KeptState, 'round' | 'rosterHash' | 'actIds' | 'awaitingProjection'> & {
  stage: Stage;
  deadlines: readonly StepDeadline[];
  /** What waits beside the step: the answer to an objection. */
  beside?: readonly OpenWait[];
};

type Accepted = { waits?: WaitedStep; kinds: readonly string[]; passes?: true };

const stages: Record<Stage, Accepted> = {
  applying: { waits: 'application', kinds: ['register', 'withdraw'], passes: true },
  registering: { waits: 'registration', kinds: ['register', 'withdraw'] },
  reviewing: { waits: 'review', kinds: ['register', 'review', 'withdraw'] },
  meeting: { waits: 'meeting', kinds: ['record-meeting', 'withdraw'] },
  posting: { waits: 'posting', kinds: ['post', 'withdraw'] },
  publicity: { waits: 'publicity', kinds: ['answer-objection', 'withdraw'], passes: true },
  filing: { waits: 'filing', kinds: ['answer-objection', 'file', 'withdraw'] },
  filed: { waits: 'return-window', kinds: ['answer-objection', 'receive', 'return', 'withdraw'], passes: true },
  closed: { kinds: [] },
};
const order = Object.keys(stages) as Stage[];
const to: Record<string, Stage> = { register: 'reviewing', review: 'meeting', post: 'publicity', file: 'filed', receive: 'filed' };

function stateOf({ stage, deadlines, beside = [], ...known }: ScriptedRecord, version: number): KeptState {
  const { waits, kinds, passes } = stages[stage];
  const later = order.slice(order.indexOf(stage) + 1).flatMap((one) => stages[one].kinds);
  const open = deadlines.filter(({ step }) => step === waits).map((wait) => ({ ...wait, ...(passes ? { passes } : {}) }));
  const isPublic = order.indexOf(stage) >= order.indexOf('posting');
  return {
    ...known,
    version,
    stage,
    ...(stage === 'closed' ? {} : { process: isPublic ? 'publication' : 'meeting-side' }),
    deadlines: [...open, ...beside],
    accepts: [...kinds],
    acceptsLater: later.filter((kind) => !kinds.includes(kind)),
  };
}

/** Scoring and notification behind the activities: a small script of the steps that keeps what it was asked. */
export class ScriptedScoring {
  record: ScriptedRecord = {
    stage: 'applying',
    round: 1,
    rosterHash: 'a1b2c3d4e5f60718',
    deadlines: october,
    actIds: [],
    awaitingProjection: false,
  };
  version = 1;
  /** What follows when the return window of a round has passed. */
  supplement: Stage | undefined;
  unreachable = false;
  /** What happens between an act's effect and the answer that tells of it. */
  meanwhile: (() => Promise<void>) | undefined;
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

  get state(): KeptState {
    return stateOf(this.record, this.version);
  }

  write(change: Partial<ScriptedRecord>): KeptState {
    this.record = { ...this.record, ...change };
    this.version += 1;
    return this.state;
  }

  readonly activities: Activities = {
    applyAct: async ({ actId }) => {
      const answer = { ...this.#apply(actId), clock: this.#clock() };
      await this.meanwhile?.();
      return answer;
    },
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
    if (this.record.actIds.includes(actId)) return { outcome: 'effective', state: this.state };
    const wrong = stages[this.record.stage].kinds.includes(act.kind) ? undefined : 'wrong-step';
    const code = act.refusal ?? wrong;
    if (code) return { outcome: 'refused', code, state: this.state };
    this.applied.push(actId);
    return { outcome: 'effective', state: this.write({ ...this.#after(act), actIds: [...this.record.actIds, actId] }) };
  }

  #after({ kind, carried, backTo, withdrawsTo }: ScriptedAct): Partial<ScriptedRecord> {
    if (kind === 'record-meeting') return carried ? { ...this.#enter('posting'), awaitingProjection: true } : {};
    if (kind === 'return') return { ...this.#enter(backTo ?? 'posting'), round: this.record.round + 1 };
    return this.#enter(withdrawsTo ?? to[kind] ?? this.record.stage);
  }

  #enter(stage: Stage): Partial<ScriptedRecord> {
    return { stage, deadlines: replaced(this.record.deadlines, laterDeadlines[stage]) };
  }

  async #reach(step: WaitedStep, round: number): Promise<void> {
    const { stage, deadlines } = this.record;
    if (stages[stage].waits !== step || !stages[stage].passes || round !== this.record.round) return;
    const dueAt = deadlines.find((deadline) => deadline.step === step)?.dueAt ?? Number.POSITIVE_INFINITY;
    if ((await this.#now()) < dueAt) throw ApplicationFailure.retryable('not-due-yet', 'not-due-yet');
    this.reached.push(`${step}/${round}`);
    this.write(this.#afterReaching(stage));
  }

  #afterReaching(stage: Stage): Partial<ScriptedRecord> {
    if (stage === 'applying') return this.#enter('registering');
    if (stage === 'publicity') return this.#enter('filing');
    const next = this.supplement;
    this.supplement = undefined;
    if (!next) return this.#enter('closed');
    const entered = next === 'registering' ? { stage: next, deadlines: ofSupplement } : this.#enter(next);
    return { ...entered, round: this.record.round + 1 };
  }
}

function replaced(deadlines: readonly StepDeadline[], changed: StepDeadline | undefined): StepDeadline[] {
  return changed ? [...deadlines.filter(({ step }) => step !== changed.step), changed] : [...deadlines];
}
