import type { Fraction, Points } from '../../points/points.ts';
import type { IntervalText } from '../language/interval.ts';
import type { ProcessPolicies } from '../policies.ts';

export type Component = 'base' | 'task' | 'reward' | 'honour';

export const fulfilmentRates = ['done', 'partly-done', 'not-done'] as const;
export type FulfilmentRate = (typeof fulfilmentRates)[number];

/** What may be deducted, rewarded or honoured. Amounts are signed: a deduction is negative. */
export type MonthItem = {
  readonly id: string;
  readonly title: string;
  /** The usual worth of one occurrence; null where only the entry states it. */
  readonly amount: Points | null;
  /** What an entry may count; null for whole multiples of the amount. */
  readonly range: IntervalText | null;
  readonly evidence: 'required' | 'optional';
  /** True for a value of this project, shipped because the county's annex is not published. */
  readonly sample: boolean;
};

/** The basis of a month's task points, by the ids of the scheme's parts. */
export type TaskParts = {
  readonly month: string;
  readonly pledges: string;
  readonly statedProgress: string;
  readonly decided: string;
  readonly plan: string;
};

/** What the monthly process needs of a scheme; the rest is for the year's plan and the year's end. */
export type MonthProfile = {
  readonly id: string;
  readonly version: number;
  readonly base: { readonly yearStart: Points; readonly items: readonly MonthItem[] };
  readonly task: TaskParts & { readonly rates: Readonly<Record<FulfilmentRate, Fraction>> };
  /** `yearMaximum` is null where the year has no cap. */
  readonly reward: { readonly yearMaximum: Points | null; readonly items: readonly MonthItem[] };
  readonly honour: { readonly items: readonly MonthItem[] };
  readonly lateApplication: ProcessPolicies['lateApplication'];
};

/** The item of that name within a component, if the scheme has it. */
export function itemOf(profile: MonthProfile, component: Exclude<Component, 'task'>, id: string): MonthItem | null {
  return profile[component].items.find((item) => item.id === id) ?? null;
}
