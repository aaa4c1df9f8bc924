import { compare, exact, exactText, plus, zero } from '../../points/exact.ts';
import { ceilingFits } from '../ceilings.ts';
import { own } from '../engine/own.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import { classOn } from '../engine/run.ts';
import { firstDay, lastDay, monthNumber, monthsIn, type Window } from '../engine/window.ts';
import type { ScoringFacts } from '../language/facts.ts';
import type { PlanDef } from '../language/scoring-scheme.ts';
import { checkCount, checkMonth, checkNumber } from './check-statement.ts';
import { error, type Finding } from './finding.ts';

function checkCeiling(ready: PreparedScheme, plan: PlanDef, text: string, path: string): readonly Finding[] {
  const { value, findings } = checkNumber(text, ready.scheme.places, path);
  if (!value || findings.length > 0) return findings;
  const fits = ceilingFits(value, ready.interval(plan.each), ready.number(plan.step));
  return fits ? [] : [error('ceiling-out-of-range', path, { value: text, range: plan.each, step: plan.step })];
}

function checkPlan(ready: PreparedScheme, plan: PlanDef, facts: ScoringFacts, year: Window): readonly Finding[] {
  const path = `/ceilings/${plan.id}`;
  const given = own(facts.ceilings, plan.id) ?? {};
  const until = facts.until === undefined ? year.to : monthNumber(facts.until);
  const away = new Set(facts.member.away);
  const findings = Object.entries(given).flatMap(([month, text]) => [
    ...checkMonth(month, year, `${path}/${month}`),
    ...checkCeiling(ready, plan, text, `${path}/${month}`),
  ]);
  const missing = monthsIn({ ...year, to: until }).filter((month) => !Object.hasOwn(given, month) && !away.has(month));
  if (missing.length > 0) return [...findings, error('ceiling-missing', path, { months: missing.join('、') })];
  if (findings.length > 0 || plan.total === undefined || Object.keys(given).length < 12) return findings;
  const total = Object.values(given).map(exact).reduce(plus, zero);
  return compare(total, exact(plan.total)) === 0
    ? []
    : [error('plan-does-not-sum', path, { total: exactText(total), expected: plan.total })];
}

/** Regulation 2-1 (A2): the year plan's ceilings: one for each month taken part in, within the plan's limits, with the plan's total. */
export function checkCeilings(ready: PreparedScheme, facts: ScoringFacts, year: Window): readonly Finding[] {
  const plans = ready.scheme.plans ?? [];
  const unknown = Object.keys(facts.ceilings ?? {}).filter((name) => !plans.some(({ id }) => id === name));
  return [
    ...unknown.map((text) => error('unknown-plan', `/ceilings/${text}`, { text })),
    ...plans.flatMap((plan) => checkPlan(ready, plan, facts, year)),
  ];
}

function missingKinds(ready: PreparedScheme, facts: ScoringFacts, year: Window): readonly Finding[] {
  if (facts.pledges === undefined) return [];
  const ofClass = classOn(facts, lastDay(year)) ?? classOn(facts, firstDay(year));
  return (ready.scheme.pledges ?? []).flatMap(({ item, classes, kinds }) => {
    const pledged = facts.pledges?.filter((pledge) => pledge.item === item).map(({ kind }) => kind);
    const missing = kinds.filter((kind) => !pledged?.includes(kind));
    return ofClass !== null && classes.includes(ofClass) && missing.length > 0
      ? [error('pledge-kinds-missing', '/pledges', { missing: missing.join('、') })]
      : [];
  });
}

/** Regulation 2-1 (A15): the pledges of a year: of their items, in months of the year, at least one of each kind that the class needs. */
export function checkPledgeFacts(ready: PreparedScheme, facts: ScoringFacts, year: Window): readonly Finding[] {
  const ids = new Set<string>();
  const each = (facts.pledges ?? []).flatMap((pledge, index) => {
    const path = `/pledges/${index}`;
    const twice = ids.has(pledge.id);
    ids.add(pledge.id);
    const node = ready.nodes.get(pledge.item)?.node;
    const fits = node?.kind === 'item' && node.measure.kind === 'fulfilment';
    return [
      ...(twice ? [error('id-used-twice', `${path}/id`, { id: pledge.id })] : []),
      ...(fits ? [] : [error('unknown-item', `${path}/item`, { text: pledge.item })]),
      ...checkCount(pledge.weight, 1, `${path}/weight`),
      ...pledge.due.flatMap((month, at) => checkMonth(month, year, `${path}/due/${at}`)),
    ];
  });
  return [...each, ...missingKinds(ready, facts, year)];
}
