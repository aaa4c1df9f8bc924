import type { Action } from '../access/actions.ts';

/** Who acts in a step; `branch` is whoever keeps its lists, the recorder or the secretary. */
export type Actors = 'members' | 'recorder' | 'committee' | 'meeting' | 'branch' | 'supervising-committee' | 'nobody';

export type DecisionRule = {
  readonly action: Action;
  /** In `branch/period/key/round/part`, which names what may be decided only once. */
  readonly key: string;
  /** What tells several decisions of this kind in one round apart. */
  readonly part: 'none' | 'attempt' | 'member' | 'members' | 'objection' | 'act';
  /** Taken once for all months that are evaluated together (A11). */
  readonly joint?: true;
};

/** One step of a proceeding: what it waits for, who decides what in it, and what follows. What members say to it decides nothing. */
export type StepRow<Stage extends string, Waited extends string, Kind extends string, Clock extends string> = {
  readonly stage: Stage;
  readonly next: Stage;
  /** The regulation's step, ③ to ⑧. */
  readonly mark: 3 | 4 | 5 | 6 | 7 | 8;
  /** The deadline under which it stands. */
  readonly waits: Waited;
  readonly actors: Actors;
  readonly decides: Readonly<Partial<Record<Kind, DecisionRule>>>;
  readonly process: 'meeting-side' | 'publication';
  /** What the clock brings about; null: nothing, silence never decides. */
  readonly atDeadline: Clock | null;
  /** Whether those who have to act are reminded. */
  readonly reminds: boolean;
};

const register: DecisionRule = { action: 'registration:decide', key: 'registration', part: 'none' };
const answer: DecisionRule = { action: 'objection:answer', key: 'objection', part: 'objection' };
const file: DecisionRule = { action: 'filing:submit', key: 'filing', part: 'none', joint: true };
const withdraw: DecisionRule = { action: 'decision:withdraw', key: 'withdrawal', part: 'act' };

/** Regulation 2-2 steps 3–8: the steps of a branch's month, in their order. Everybody else is told what follows from it. */
export const monthSteps = [
  {
    stage: 'applying',
    next: 'registering',
    mark: 3,
    waits: 'application',
    actors: 'members',
    decides: { register, withdraw },
    process: 'meeting-side',
    atDeadline: 'close-applications',
    reminds: true,
  },
  {
    stage: 'registering',
    next: 'reviewing',
    mark: 4,
    waits: 'registration',
    actors: 'recorder',
    decides: { register, withdraw },
    process: 'meeting-side',
    atDeadline: null,
    reminds: true,
  },
  {
    stage: 'reviewing',
    next: 'meeting',
    mark: 5,
    waits: 'review',
    actors: 'committee',
    decides: {
      register: { ...register, part: 'members' },
      review: { action: 'review:decide', key: 'review', part: 'none' },
      'review-own-line': { action: 'review:confirm', key: 'review', part: 'member' },
      withdraw,
    },
    process: 'meeting-side',
    atDeadline: null,
    reminds: true,
  },
  {
    stage: 'meeting',
    next: 'posting',
    mark: 6,
    waits: 'meeting',
    actors: 'meeting',
    decides: { 'record-meeting': { action: 'meeting:record', key: 'meeting', part: 'attempt', joint: true }, withdraw },
    process: 'meeting-side',
    atDeadline: null,
    reminds: true,
  },
  {
    stage: 'posting',
    next: 'publicity',
    mark: 7,
    waits: 'posting',
    actors: 'branch',
    decides: { post: { action: 'publication:post', key: 'posting', part: 'none', joint: true }, withdraw },
    process: 'publication',
    atDeadline: null,
    reminds: true,
  },
  {
    stage: 'publicity',
    next: 'filing',
    mark: 7,
    waits: 'publicity',
    actors: 'nobody',
    decides: { 'answer-objection': answer, file, withdraw },
    process: 'publication',
    atDeadline: 'end-publicity',
    reminds: false,
  },
  {
    stage: 'filing',
    next: 'filed',
    mark: 8,
    waits: 'filing',
    actors: 'branch',
    decides: { 'answer-objection': answer, file, withdraw },
    process: 'publication',
    atDeadline: null,
    reminds: true,
  },
  {
    stage: 'filed',
    next: 'closed',
    mark: 8,
    waits: 'return-window',
    actors: 'supervising-committee',
    decides: {
      'answer-objection': answer,
      receive: { action: 'filing:receive', key: 'receipt', part: 'none', joint: true },
      return: { action: 'filing:return', key: 'return', part: 'none', joint: true },
      withdraw,
    },
    process: 'publication',
    atDeadline: 'close',
    reminds: false,
  },
] as const satisfies readonly StepRow<string, string, string, string>[];

type MonthStep = (typeof monthSteps)[number];
export type WaitedStep = MonthStep['waits'];
export type BranchMonthStage = MonthStep['stage'] | 'closed';
export type MonthStepRow = StepRow<BranchMonthStage, WaitedStep, DecidedKind, NonNullable<MonthStep['atDeadline']>>;

/** What people decide in one of its steps. */
export type DecidedKind = MonthStep extends infer Row ? (Row extends { decides: infer Decides } ? keyof Decides : never) : never;

/** The decisions of a round that stay in force with it; the others are about one line, or end it. */
export type DecidedStep = Exclude<DecidedKind, 'review-own-line' | 'answer-objection' | 'return' | 'withdraw'> | 'confirm';

type Table = readonly MonthStepRow[];

const takes = ({ decides, atDeadline }: MonthStepRow, kind: string): boolean => kind === atDeadline || Object.hasOwn(decides, kind);

/** Regulation 2-2 steps 3–8: the step at which a month stands; none once it is closed or its list was returned. */
export const stepAt = (stage: string, table: Table = monthSteps): MonthStepRow | undefined => table.find((row) => row.stage === stage);

/** Regulation 2-2 steps 3–8: the step that stands under a deadline. */
export const stepUnder = (waits: WaitedStep, table: Table = monthSteps): MonthStepRow | undefined =>
  table.find((row) => row.waits === waits);

/** Regulation 2-2 steps 3–8: where a month stands when a step is done. */
export const stageAfter = (stage: MonthStep['stage'], table: Table = monthSteps): BranchMonthStage =>
  stepAt(stage, table)?.next ?? 'closed';

/** Regulation 2-2 steps 3–8: the steps in which something is decided, by people or by the clock. */
export const stepsOf = (kind: string, table: Table = monthSteps): Table => table.filter((row) => takes(row, kind));

/** Regulation 2-2 steps 3–8: what holds for a kind of decision, in the step where the round stands or else in its first. */
export function ruleOf(kind: DecidedKind, stage?: string): DecisionRule {
  const steps = stepsOf(kind);
  const rule = (steps.find((row) => row.stage === stage) ?? steps[0])?.decides[kind];
  if (!rule) throw new RangeError(`nothing is decided by ${kind}`);
  return rule;
}

/** Regulation 2-2 steps 6–8 (A11): whether months that are evaluated together take a step once. */
export const isJoint = ({ decides }: MonthStepRow): boolean => Object.values(decides).some(({ joint }) => joint === true);
