import type { MemberId } from '../ids/ids.ts';
import type { Points } from '../points/points.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Pledge } from '../schemes/pledges.ts';
import { type Component, itemOf, type Scheme } from '../schemes/scheme.ts';
import type { Entry, MonthLine } from './month-line.ts';
import { type TaskRefusal, taskPoints } from './task-points.ts';

export type LineRefusal =
  | (TaskRefusal & { readonly memberId: MemberId })
  | { readonly code: 'unknown-item'; readonly memberId: MemberId; readonly component: Component; readonly item: string }
  | { readonly code: 'wrong-sign'; readonly memberId: MemberId; readonly component: Component; readonly item: string }
  | { readonly code: 'evidence-required'; readonly memberId: MemberId; readonly component: Component; readonly item: string };

export type LineRules = { readonly scheme: Scheme; readonly ceiling: Points; readonly pledgesDue: readonly Pledge[] };

function checkEntry(scheme: Scheme, component: 'base' | 'reward' | 'honour', memberId: MemberId, entry: Entry): LineRefusal | null {
  const facts = { memberId, component, item: entry.item };
  const item = itemOf(scheme, component, entry.item);
  if (!item) return { code: 'unknown-item', ...facts };
  const rightSign = component === 'base' ? entry.amount < 0 : entry.amount > 0;
  if (!rightSign) return { code: 'wrong-sign', ...facts };
  return item.evidence === 'required' && !entry.evidence ? { code: 'evidence-required', ...facts } : null;
}

/** Regulation 2-1: a line holds items of the scheme only, deducted in base and added in reward, and task points within the ceiling. */
export function checkLine({ scheme, ceiling, pledgesDue }: LineRules, line: MonthLine): Result<MonthLine, LineRefusal> {
  const { memberId } = line;
  const wrong =
    line.base.map((entry) => checkEntry(scheme, 'base', memberId, entry)).find((refusal) => refusal !== null) ??
    line.reward.map((entry) => checkEntry(scheme, 'reward', memberId, entry)).find((refusal) => refusal !== null);
  if (wrong) return refuse(wrong);
  const task = taskPoints({ rates: scheme.components.task.rates, ceiling, pledgesDue }, line.task);
  return task.ok ? ok(line) : refuse({ ...task.refusal, memberId });
}

/** Regulation 2-1 (A4, A13): a county-level or higher honour names its item and its document. */
export function checkHonour(scheme: Scheme, memberId: MemberId, entry: Entry): Result<Entry, LineRefusal> {
  const wrong = checkEntry(scheme, 'honour', memberId, entry);
  return wrong ? refuse(wrong) : ok(entry);
}
