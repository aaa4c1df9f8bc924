import type { LineRules } from '../evaluation/ledger.ts';
import type { Entry, MonthLine, TaskClaim } from '../evaluation/month-line.ts';
import { taskPoints } from '../evaluation/task-points.ts';
import type { MemberId } from '../ids/ids.ts';
import { addPoints, noPoints, type Points } from '../points/points.ts';
import { type Component, itemOf, type MonthProfile } from '../schemes/profile/month-profile.ts';
import { saysSomething } from '../text/says-something.ts';

type OfItem = { readonly memberId: MemberId; readonly component: Component; readonly item: string; readonly title: string };

export type GroundsRefusal =
  | (OfItem & { readonly code: 'basis-required' })
  | (OfItem & { readonly code: 'deducts-more-than-base'; readonly limit: Points });

const isGrounded = ({ note, evidence }: Entry): boolean => saysSomething(note) || saysSomething(evidence);

/** The entry with which a month deducts more than the base points of the year. */
function beyondBase({ base }: MonthProfile, entries: readonly Entry[]): Entry | undefined {
  let left = base.yearStart;
  return entries.find(({ amount }) => {
    left = addPoints(left, amount);
    return left < noPoints;
  });
}

/** Regulation 2-1: every entry says what it is for (事由) or what proves it; a month deducts no more than the base points. */
export function wrongGrounds(profile: MonthProfile, { memberId, base, reward }: MonthLine): GroundsRefusal | null {
  const ofItem = (component: 'base' | 'reward', { item }: Entry): OfItem => {
    return { memberId, component, item, title: itemOf(profile, component, item)?.title ?? item };
  };
  const deduction = base.find((entry) => !isGrounded(entry));
  if (deduction) return { code: 'basis-required', ...ofItem('base', deduction) };
  const award = reward.find((entry) => !isGrounded(entry));
  if (award) return { code: 'basis-required', ...ofItem('reward', award) };
  const beyond = beyondBase(profile, base);
  return beyond ? { code: 'deducts-more-than-base', ...ofItem('base', beyond), limit: profile.base.yearStart } : null;
}

const essence = ({ item, amount, note, evidence }: Entry): string => JSON.stringify([item, amount, note, evidence]);

/** Every claimed entry is there as often as it was claimed. */
function keepsAll(claimed: readonly Entry[], registered: readonly Entry[]): boolean {
  const left = registered.map(essence);
  return claimed.every((entry) => {
    const at = left.indexOf(essence(entry));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/**
 * Regulation 2-2 step 4: whether a registration changes the task points or the rewards that the member claimed; without an application
 * nothing was claimed. What the recorder adds is no such change: it has grounds of its own.
 */
export function departsFromClaim(rules: LineRules, claimed: MonthLine | null, registered: MonthLine): boolean {
  const worth = (task: TaskClaim): Points | null => {
    const result = taskPoints({ ...rules, rates: rules.profile.task.rates }, task);
    return result.ok ? result.value : null;
  };
  if (worth(claimed?.task ?? { kind: 'not-applied' }) !== worth(registered.task)) return true;
  return !keepsAll(claimed?.reward ?? [], registered.reward);
}
