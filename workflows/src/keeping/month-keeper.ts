import type { Clock, DecideMessage, MonthState, ReachRequest, RemindedSteps, StepDeadline } from '@jifen/contracts';
import { condition, log, setHandler } from '@temporalio/workflow';
import { type Agenda, agenda } from '../timing/agenda.ts';
import { businessTime, laterOf, realDelay } from '../timing/business-clock.ts';
import { stepOfStage } from '../timing/steps.ts';
import { applyAct, reachDeadline, remindOutstanding } from './ask-services.ts';
import { checkDecision, type DecisionStages } from './check-decision.ts';
import { inTurn } from './in-turn.ts';
import { clockChanged, type Decided, deadlinesChanged, decide } from './month.messages.ts';
import { never, notYet, refusalCodeOf } from './refusals.ts';
import { unlessChanged } from './unless-changed.ts';

export type Start = { branchId: string; period: string; state: MonthState; clock: Clock; reminded?: RemindedSteps | undefined };
export type Rules = { decisions: DecisionStages; reminds?: (step: StepDeadline['step']) => boolean };

/** Holds the deadlines of a branch's month: takes on decisions, reminds, tells scoring when a deadline has passed. */
export class MonthKeeper {
  state: MonthState;
  clock: Clock;
  readonly reminded: RemindedSteps;
  /** The kind of the decision that took effect last. */
  lastKind: string | undefined;
  readonly #month: { branchId: string; period: string };
  readonly #rules: Rules;
  readonly #apply = inTurn();
  #refusedReach: StepDeadline | undefined;
  #changes = 0;
  #deciding = 0;

  constructor({ branchId, period, state, clock, reminded = {} }: Start, rules: Rules) {
    this.#month = { branchId, period };
    this.#rules = rules;
    this.state = state;
    this.clock = clock;
    this.reminded = { ...reminded };
    setHandler(decide, (message) => this.#takeOn(message), { validator: (message) => this.#check(message) });
    setHandler(deadlinesChanged, ({ deadlines, state, clock: now }) => {
      this.hearOf(now);
      const known = state && isNewer(state, this.state) ? state : this.state;
      this.take({ ...known, deadlines: replaced(known.deadlines, deadlines) });
    });
    setHandler(clockChanged, ({ clock: now }) => {
      this.hearOf(now);
      this.take();
    });
  }

  /** Takes a newer state, or only wakes whoever waits. */
  take(state: MonthState = this.state): void {
    this.state = state;
    this.#changes += 1;
  }

  hearOf(clock: Clock | undefined): void {
    this.clock = laterOf(this.clock, clock);
  }

  /** Reminds and brings deadlines to scoring until it is over; decisions are taken on all the while. */
  async keepUntil(isOver: () => boolean): Promise<void> {
    for (;;) {
      await condition(() => this.#deciding === 0);
      if (isOver()) return;
      await this.#doNext();
    }
  }

  #check(message: DecideMessage): void {
    const checked = checkDecision({ state: this.state, isDeciding: this.#deciding > 0 }, message, this.#rules.decisions);
    if (checked.outcome === 'not-yet') throw notYet();
    if (checked.outcome === 'never') throw never(checked.code);
  }

  async #takeOn({ actId, kind }: DecideMessage): Promise<Decided> {
    this.#deciding += 1;
    this.take();
    try {
      const answer = await this.#apply(() => applyAct({ actId }));
      this.hearOf(answer.clock);
      this.take(answer.state);
      if (answer.outcome === 'refused') throw never(answer.code);
      this.lastKind = kind;
      return { actId, outcome: 'effective' };
    } catch (error) {
      const code = refusalCodeOf(error);
      throw code === undefined ? error : never(code);
    } finally {
      this.#deciding -= 1;
    }
  }

  async #doNext(): Promise<void> {
    const seen = this.#changes;
    const changed = () => this.#changes !== seen;
    const next = this.#agenda();
    if (next.status === 'reach') return this.#reach({ step: next.step, round: this.state.round }, changed);
    if (next.status === 'remind') return this.#remind(next, changed);
    const delay = next.until === undefined ? undefined : realDelay(this.clock, Date.now(), next.until);
    await (delay === undefined ? condition(changed) : condition(changed, delay));
  }

  #agenda(): Agenda {
    const deadline = this.#deadline();
    return agenda({
      deadline,
      now: businessTime(this.clock, Date.now()),
      reminded: deadline && this.reminded[this.#reminderKey(deadline.step)],
      reaches: deadline !== this.#refusedReach,
      reminds: deadline !== undefined && (this.#rules.reminds?.(deadline.step) ?? true),
    });
  }

  async #reach(asked: ReachRequest, changed: () => boolean): Promise<void> {
    const deadline = this.#deadline();
    const attempt = await unlessChanged(() => reachDeadline({ ...this.#month, ...asked }), changed);
    if (attempt.status === 'done') {
      this.hearOf(attempt.value.clock);
      this.take(attempt.value.state);
    }
    if (attempt.status !== 'failed') return;
    log.warn('a deadline was refused', { ...asked, code: refusalCodeOf(attempt.error) });
    this.#refusedReach = deadline;
  }

  async #remind({ step, reminder: { at, n, level } }: Extract<Agenda, { status: 'remind' }>, changed: () => boolean): Promise<void> {
    const key = this.#reminderKey(step);
    const asked = { ...this.#month, round: this.state.round, step, n, level, plannedFor: at };
    const attempt = await unlessChanged(() => remindOutstanding(asked), changed);
    if (attempt.status === 'failed') log.warn('a reminder was not handed over', { step, n, code: refusalCodeOf(attempt.error) });
    if (attempt.status !== 'interrupted') this.reminded[key] = { at, n };
  }

  #deadline(): StepDeadline | undefined {
    return this.state.deadlines.find(({ step }) => step === stepOfStage[this.state.stage]);
  }

  #reminderKey(step: string): string {
    return `${this.state.round}/${step}`;
  }
}

function replaced(deadlines: readonly StepDeadline[], changed: readonly StepDeadline[]): StepDeadline[] {
  const steps = changed.map(({ step }) => step);
  return [...deadlines.filter(({ step }) => !steps.includes(step)), ...changed];
}

/** Acts are only ever added to a month. */
const isNewer = (one: MonthState, other: MonthState) => one.actIds.length > other.actIds.length;
