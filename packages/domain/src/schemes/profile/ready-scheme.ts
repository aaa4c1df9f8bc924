import { ok, type Result } from '../../result.ts';
import type { Finding } from '../check/finding.ts';
import { prepareScheme } from '../engine/evaluate.ts';
import { type PreparedScheme, placedNodes } from '../engine/prepare.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import type { Component, MonthProfile } from './month-profile.ts';
import { profileOf } from './profile-of.ts';

/** A scheme prepared once for the sheets of months: its profile, and the parts that months need. */
export type ReadyScheme = { readonly profile: MonthProfile; readonly monthly: PreparedScheme };

/** The place for rows of a component without an item in this scheme, of a member who came under it during the year. */
export const otherItem = (component: Component): string => `${component}/other`;

const otherOf = (component: Component): Item => ({
  kind: 'item',
  id: otherItem(component),
  title: '',
  measure: { kind: 'value', unit: '分', together: 'sum' },
});

/**
 * Base, task and reward as the total, honours apart. Pledges, classes and ceilings belong to the year's plan, grades and their
 * consequences to the year's end: none of them changes a month.
 */
function monthlyScheme(scheme: ScoringScheme): ScoringScheme {
  const { format, id, version, title, places, year, plans = [] } = scheme;
  const nodes = new Map(placedNodes(scheme).map(({ node }) => [node.id, node]));
  const part = (component: Component): readonly SchemeNode[] => {
    const node = nodes.get(component);
    if (!node) return [];
    return [node.kind === 'sum' ? { ...node, parts: [...node.parts, otherOf(component)] } : node];
  };
  return {
    ...{ format, id, version, title, places, year },
    plans: plans.map((plan) => ({ id: plan.id, title: plan.title, each: '[0,)', step: '0.01' })),
    score: { kind: 'sum', id: 'months/total', title, parts: [...part('base'), ...part('task'), ...part('reward')] },
    apart: part('honour'),
  };
}

/** Prepares a scheme for months; or every place that does not fit a month. */
export function readyForMonths(scheme: ScoringScheme): Result<ReadyScheme, readonly Finding[]> {
  const whole = prepareScheme(scheme);
  if (!whole.ok) return whole;
  const profile = profileOf(scheme);
  if (!profile.ok) return profile;
  const monthly = prepareScheme(monthlyScheme(scheme));
  return monthly.ok ? ok({ profile: profile.value, monthly: monthly.value }) : monthly;
}
