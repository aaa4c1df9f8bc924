import type {
  Clock,
  DecideMessage,
  KeptState,
  OpenWait,
  ReachAnswer,
  ReachRequest,
  RemindedSteps,
  ReminderRequest,
} from '@jifen/contracts';
import { condition, log, setHandler } from '@temporalio/workflow';
import { type Agenda, agenda, firstDue } from '../timing/agenda.ts';
import { businessTime, laterOf, realDelay } from '../timing/business-clock.ts';
import { applyAct } from './ask-services.ts';
import { checkDecision } from './check-decision.ts';
import { inTurn } from './in-turn.ts';
import { clockChanged, type Decided, deadlinesChanged, decide } from './keeper.messages.ts';
import { never, notYet, refusalCodeOf } from './refusals.ts';
import { unlessChanged } from './unless-changed.ts';

export type Start<Subject> = { subject: Subject; state: KeptState; clock: Clock; reminded?: RemindedSteps | undefined };

type Reminding = Omit<ReminderRequest, 'branchId' | 'period'>;

/** What is asked about a subject: what the passing of a deadline brings about, and that somebody is reminded. */
export type Rules<Subject> = {
  reach(asked: Subject & ReachRequest): Promise<ReachAnswer>;
  remind(asked: Subject & Reminding): Promise<void>;
};

/** Holds the open waits of a subject: takes on decisions, reminds, tells scoring when a deadline has passed. */
export class Keeper<Subject extends object> {
  state: KeptState;
  clock: Clock;
  readonly reminded: RemindedSteps;
  readonly #subject: Subject;
  readonly #rules: Rules<Subject>;
  readonly #apply = inTurn();
  #refused: readonly OpenWait[] = [];
  #changes = 0;
  #deciding = 0;

  constructor({ subject, state, clock, reminded = {} }: Start<Subject>, rules: Rules<Subject>) {
    this.#subject = subject;
    this.#rules = rules;
    this.state = state;
    this.clock = clock;
    this.reminded = { ...reminded };
    setHandler(decide, (message) => this.#takeOn(message), { validator: (message) => this.#check(message) });
    setHandler(deadlinesChanged, (message) => this.hear(message));
    setHandler(clockChanged, (message) => this.hear(message));
  }

  /** Whoever waits looks again, also where what was told is no newer than what is known. */
  hear({ state, clock }: { state?: KeptState | undefined; clock?: Clock | undefined } = {}): void {
    this.clock = laterOf(this.clock, clock);
    if (state && state.version > this.state.version) this.state = state;
    this.#changes += 1;
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
    const checked = checkDecision({ state: this.state, isDeciding: this.#deciding > 0 }, message);
    if (checked.outcome === 'not-yet') throw notYet();
    if (checked.outcome === 'never') throw never(checked.code);
  }

  async #takeOn({ actId }: DecideMessage): Promise<Decided> {
    this.#deciding += 1;
    this.hear();
    try {
      const answer = await this.#apply(() => applyAct({ actId }));
      this.hear(answer);
      if (answer.outcome === 'refused') throw never(answer.code);
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
    const now = businessTime(this.clock, Date.now());
    const ofOne = (wait: OpenWait) =>
      agenda(wait, { now, reminded: this.reminded[this.#reminderKey(wait.step)], reaches: !this.#refused.includes(wait) });
    return firstDue(this.state.deadlines.map(ofOne));
  }

  async #reach(asked: ReachRequest, changed: () => boolean): Promise<void> {
    const waits = this.state.deadlines.filter(({ step }) => step === asked.step);
    const attempt = await unlessChanged(() => this.#rules.reach({ ...this.#subject, ...asked }), changed);
    if (attempt.status === 'done') this.hear(attempt.value);
    if (attempt.status !== 'failed') return;
    log.warn('a deadline was refused', { ...asked, code: refusalCodeOf(attempt.error) });
    this.#refused = [...this.#refused, ...waits];
  }

  async #remind({ step, reminder: { at, n, level } }: Extract<Agenda, { status: 'remind' }>, changed: () => boolean): Promise<void> {
    const key = this.#reminderKey(step);
    const asked = { ...this.#subject, round: this.state.round, step, n, level, plannedFor: at };
    const attempt = await unlessChanged(() => this.#rules.remind(asked), changed);
    if (attempt.status === 'failed') log.warn('a reminder was not handed over', { step, n, code: refusalCodeOf(attempt.error) });
    if (attempt.status !== 'interrupted') this.reminded[key] = { at, n };
  }

  #reminderKey(step: string): string {
    return `${this.state.round}/${step}`;
  }
}
