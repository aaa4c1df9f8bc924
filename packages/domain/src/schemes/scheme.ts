import type { Fraction, Points } from '../points/points.ts';
import type { Policies, TaskPolicy } from './policies.ts';

export const sectors = ['public-institution', 'village-community', 'new-organisation'] as const;
export type Sector = (typeof sectors)[number];

export const aspects = [
  'political-quality',
  'serving-the-masses',
  'obeying-law-and-discipline',
  'moral-example',
  'organisational-life',
  'integrity',
] as const;
/** The six aspects that base items cover. */
export type Aspect = (typeof aspects)[number];

export type Component = 'base' | 'task' | 'reward' | 'honour';
export type FulfilmentRate = 'done' | 'partly-done' | 'not-done';
export type Grade = 'outstanding' | 'qualified' | 'basically-qualified' | 'unqualified';

/** One item of a scoring standard. `amount` is signed and per event; null until the county fills its table. */
export type ItemDef = {
  readonly id: string;
  readonly aspect?: Aspect;
  readonly amount: Points | null;
  readonly evidence: 'required' | 'optional';
  /** True for a value of this project, shipped because the county's annex is not published. */
  readonly sample: boolean;
};

/** A grade's band reaches from `from` (included) to the next band above (excluded). */
export type Band = { readonly grade: Grade; readonly from: Points };

export type Scheme = {
  readonly id: string;
  readonly version: number;
  readonly sector: Sector;
  readonly components: {
    readonly base: { readonly yearStart: Points; readonly floor: Points; readonly items: readonly ItemDef[] };
    readonly task: {
      readonly yearMaximum: Points;
      readonly policy: TaskPolicy;
      readonly rates: Readonly<Record<FulfilmentRate, Fraction>>;
    };
    readonly reward: { readonly yearMaximum: Points; readonly items: readonly ItemDef[] };
    readonly honour: { readonly items: readonly ItemDef[] };
  };
  /** From the highest to the lowest. */
  readonly bands: readonly Band[];
  readonly policies: Policies;
};

/** Regulation 2-1: the item of that name within a component, if the scheme has it. */
export function itemOf(scheme: Scheme, component: 'base' | 'reward' | 'honour', id: string): ItemDef | null {
  return scheme.components[component].items.find((item) => item.id === id) ?? null;
}
