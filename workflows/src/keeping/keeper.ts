import {
  businessTime,
  type Clock,
  type DecideMessage,
  type KeptState,
  type OpenWait,
  type ReachAnswer,
  type ReachRequest,
  type RemindedSteps,
  type ReminderRequest,
} from '@jifen/contracts';
import { CancellationScope, condition, isCancellation, log, setHandler } from '@temporalio/workflow';
import { type Agenda, agenda, firstDue } from '../timing/agenda.ts';
import { laterOf, realDelay } from '../timing/business-clock.ts';
import { applyAct } from './ask-services.ts';
import { clockChanged, type Decided, deadlinesChanged, decide } from './keeper.messages.ts';
import { never, notYet, refusalCodeOf } from './refusals.ts';

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

/** Runs what it is given one after the other, in the order of the calls; one failure does not hold up the next. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

export type Check = { outcome: 'accepted' } | { outcome: 'not-yet' } | { outcome: 'never'; code: string };

const accepted: Check = { outcome: 'accepted' };
const later: Check = { outcome: 'not-yet' };
const refused = (code: string): Check => ({ outcome: 'never', code });

export type Process = {
  state: KeptState;
  /** A decision is being applied: the record may already stand at another step than `state`, an earlier one after a withdrawal. */
  isDeciding: boolean;
};

/** The rough check before a decision is taken on: step, round and roster. Whether it holds is decided by scoring. */
export function checkDecision({ state, isDeciding }: Process, { actId, kind, round, rosterHash }: DecideMessage): Check {
  if (state.actIds.includes(actId)) return accepted;
  if (rosterHash !== state.rosterHash) return refused('stale-roster');
  if (round !== state.round) return round > state.round ? later : refused('round-over');
  if (state.accepts.includes(kind)) return accepted;
  return isDeciding || state.acceptsLater.includes(kind) ? later : refused('wrong-step');
}

export type Attempt<T> = { status: 'done'; value: T } | { status: 'failed'; error: unknown } | { status: 'interrupted' };

/** Waits for the work until something changes; the work is then called off and may be asked for again. */
async function unlessChanged<T>(work: () => Promise<T>, changed: () => boolean): Promise<Attempt<T>> {
  const scope = new CancellationScope();
  let over = false;
  const attempt = scope
    .run(work)
    .then((value): Attempt<T> => ({ status: 'done', value }), toFailure<T>)
    .finally(() => {
      over = true;
    });
  await condition(() => over || changed());
  if (!over) scope.cancel();
  return attempt;
}

function toFailure<T>(error: unknown): Attempt<T> {
  return isCancellation(error) ? { status: 'interrupted' } : { status: 'failed', error };
}
