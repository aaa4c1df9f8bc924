import type { EntryLine } from '@jifen/contracts';
import type { Fulfilled, MemberScript } from './script.ts';

/** Amounts of a month in hundredths. */
export type MonthTotals = { base: number; task: number; reward: number; honour: number; total: number };

const percentOf: Readonly<Record<Fulfilled['state'], number>> = { done: 100, 'partly-done': 60, 'not-done': 0 };

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const amountOf = (entries: readonly EntryLine[]) => sum(entries.map(({ amount }) => amount));

/** Ceiling × Σ weight × rate ÷ Σ weight, rounded half up once. */
export function taskOf(fulfilled: readonly Fulfilled[], ceiling: number): number {
  const earned = ceiling * sum(fulfilled.map(({ weight, state }) => weight * percentOf[state]));
  const whole = 100 * sum(fulfilled.map(({ weight }) => weight));
  return Math.floor((2 * earned + whole) / (2 * whole));
}

/** A member's final task points: claimed, changed by the review, changed by an upheld objection. */
function settledTask({ handedIn, fulfilled, knownTask, reviewed, objection }: MemberScript, ceiling: number): number {
  if (objection?.upheld) return objection.task;
  const before = handedIn === 'never' ? knownTask : taskOf(fulfilled, ceiling);
  return Math.max(0, before - (reviewed?.lessTask ?? 0));
}

/** A member's final month. */
export function expectedTotals(member: MemberScript, ceiling: number): MonthTotals {
  const base = amountOf(member.deductions) === 0 ? 0 : -amountOf(member.deductions);
  const task = settledTask(member, ceiling);
  const reward = member.handedIn === 'never' || member.reviewed?.withoutRewards ? 0 : amountOf(member.rewards);
  return { base, task, reward, honour: 0, total: base + task + reward };
}

/**
 * How many ledger rows a member's month has: one for each deduction, for the task points and for each reward. Replacing a row adds two,
 * the reversal and the new row; without an application the task points have no row.
 */
export function expectedRows({ handedIn, deductions, rewards, knownTask, reviewed, objection }: MemberScript): number {
  const known = knownTask > 0 ? 1 : 0;
  if (handedIn === 'never') return deductions.length + known;
  const rewarded = reviewed?.withoutRewards ? 0 : rewards.length;
  const replaced = (handedIn === 'late-after-review' ? 2 * known : 0) + (objection?.upheld ? 2 : 0);
  return deductions.length + 1 + rewarded + replaced;
}
