import { placedNodes } from '../engine/prepare.ts';
import type { Condition } from '../language/condition.ts';
import type { Adjustment, Measure, Value } from '../language/measure.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';

export type MentionKind = 'number' | 'interval' | 'node' | 'class' | 'plan' | 'grade' | 'item';
/** A number, an interval or a name in a scheme. */
export type Mention = { readonly kind: MentionKind; readonly text: string; readonly path: string };

const mention = (kind: MentionKind, text: string | undefined, path: string): readonly Mention[] =>
  text === undefined ? [] : [{ kind, text, path }];
const all = (kind: MentionKind, texts: readonly string[] | undefined, path: string): readonly Mention[] =>
  (texts ?? []).flatMap((text, index) => mention(kind, text, `${path}/${index}`));

function ofValue(value: Value | undefined, path: string): readonly Mention[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return mention('number', value, path);
  if ('ceiling' in value) return mention('plan', value.ceiling, `${path}/ceiling`);
  const byClass = Object.entries(value.byClass).flatMap(([name, number]) => [
    ...mention('class', name, `${path}/byClass/${name}`),
    ...mention('number', number, `${path}/byClass/${name}`),
  ]);
  return [...byClass, ...mention('number', value.otherwise, `${path}/otherwise`)];
}

function ofAdjustment(adjustment: Adjustment, path: string): readonly Mention[] {
  switch (adjustment.kind) {
    case 'times':
      return ofValue(adjustment.by, `${path}/by`);
    case 'plus':
      return ofValue(adjustment.amount, `${path}/amount`);
    case 'free':
      return ofValue(adjustment.upTo, `${path}/upTo`);
    case 'at-most':
    case 'at-least':
      return ofValue(adjustment.value, `${path}/value`);
    case 'table':
      return adjustment.rows.flatMap((row, index) => {
        const at = `${path}/rows/${index}`;
        const gives =
          'value' in row
            ? ofValue(row.value, `${at}/value`)
            : [...mention('number', row.times, `${at}/times`), ...mention('number', row.plus, `${at}/plus`)];
        return [...mention('interval', row.in, `${at}/in`), ...gives];
      });
    case 'if-marked':
      return ofChain(adjustment.adjust, `${path}/adjust`);
    case 'round':
      return [];
  }
}

const ofChain = (chain: readonly Adjustment[] | undefined, path: string): readonly Mention[] =>
  (chain ?? []).flatMap((adjustment, index) => ofAdjustment(adjustment, `${path}/${index}`));

function ofMeasure(measure: Measure, path: string): readonly Mention[] {
  const worths = (options: readonly { readonly value: string }[], name: string) =>
    options.flatMap(({ value }, index) => mention('number', value, `${path}/${name}/${index}/value`));
  const weights = (electorates: readonly { readonly weight: string }[]) =>
    electorates.flatMap(({ weight }, index) => mention('number', weight, `${path}/electorates/${index}/weight`));
  switch (measure.kind) {
    case 'fixed':
      return ofValue(measure.value, `${path}/value`);
    case 'value':
      return [...mention('interval', measure.range, `${path}/range`), ...mention('number', measure.usual, `${path}/usual`)];
    case 'choice':
      return worths(measure.options, 'options');
    case 'level':
      return worths(measure.levels, 'levels');
    case 'fulfilment':
      return worths(measure.rates, 'rates');
    case 'tally':
      return [...worths(measure.options, 'options'), ...weights(measure.electorates)];
    case 'ratings':
      return [...mention('interval', measure.range, `${path}/range`), ...weights(measure.electorates)];
    case 'result':
      return [
        ...mention('node', measure.of, `${path}/of`),
        ...mention('number', measure.share, `${path}/share`),
        ...ofValue(measure.first, `${path}/first`),
      ];
    case 'count':
    case 'ratio':
      return [];
  }
}

function ofCondition(condition: Condition, path: string): readonly Mention[] {
  switch (condition.kind) {
    case 'score':
    case 'consecutive':
      return [...mention('node', condition.of, `${path}/of`), ...mention('interval', condition.in, `${path}/in`)];
    case 'entries':
      return [...mention('item', condition.item, `${path}/item`), ...mention('interval', condition.in, `${path}/in`)];
    case 'months':
      return mention('interval', condition.in, `${path}/in`);
    case 'grade':
    case 'consecutive-grades':
      return all('grade', condition.in, `${path}/in`);
    case 'class':
      return all('class', condition.in, `${path}/in`);
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => ofCondition(part, `${path}/of/${index}`));
    case 'not':
      return ofCondition(condition.of, `${path}/of`);
    case 'decision':
    case 'month':
    case 'grade-rise':
    case 'standing':
      return [];
  }
}

function ofItem(item: Item, path: string): readonly Mention[] {
  const caps = (item.caps ?? []).flatMap((cap, index) => [
    ...ofValue(cap.atMost, `${path}/caps/${index}/atMost`),
    ...ofValue(cap.atLeast, `${path}/caps/${index}/atLeast`),
  ]);
  return [...ofMeasure(item.measure, `${path}/measure`), ...ofChain(item.each, `${path}/each`), ...caps];
}

function ofNode(node: SchemeNode, path: string): readonly Mention[] {
  const own = [
    ...all('class', node.for, `${path}/for`),
    ...ofChain(node.adjust, `${path}/adjust`),
    ...ofValue(node.bounds?.atMost, `${path}/bounds/atMost`),
    ...ofValue(node.bounds?.atLeast, `${path}/bounds/atLeast`),
  ];
  if (node.kind === 'item') return [...own, ...ofItem(node, path)];
  if (node.kind === 'when') return [...own, ...ofCondition(node.condition, `${path}/condition`)];
  if (node.kind === 'weighted')
    return [...own, ...node.parts.flatMap(({ weight }, index) => ofValue(weight, `${path}/parts/${index}/weight`))];
  if (node.kind !== 'over-periods' || node.partOfYear?.kind !== 'by-ceilings') return own;
  const { plan, to } = node.partOfYear;
  return [...own, ...mention('plan', plan, `${path}/partOfYear/plan`), ...ofValue(to, `${path}/partOfYear/to`)];
}

function ofGrading({ grading, lists = [] }: ScoringScheme): readonly Mention[] {
  const tables = (grading?.tables ?? []).flatMap((table, index) => [
    ...all('class', table.for?.classes, `/grading/tables/${index}/for/classes`),
    ...table.bands.flatMap((band, row) => [
      ...mention('grade', band.grade, `/grading/tables/${index}/bands/${row}/grade`),
      ...mention('interval', band.in, `/grading/tables/${index}/bands/${row}/in`),
    ]),
  ]);
  const ofLists = lists.flatMap((list, index) => [
    ...mention('node', list.of, `/lists/${index}/of`),
    ...list.bands.flatMap((band, row) => mention('interval', band.in, `/lists/${index}/bands/${row}/in`)),
  ]);
  return [...mention('node', grading?.of, '/grading/of'), ...tables, ...ofLists];
}

function ofRules(scheme: ScoringScheme): readonly Mention[] {
  const overrides = (scheme.overrides ?? []).flatMap(({ when, effect }, index) => {
    const at = `/overrides/${index}`;
    const names =
      effect.kind === 'result-is'
        ? [...mention('node', effect.of, `${at}/effect/of`), ...mention('number', effect.value, `${at}/effect/value`)]
        : mention('grade', effect.grade, `${at}/effect/grade`);
    return [...ofCondition(when, `${at}/when`), ...names];
  });
  const quotas = (scheme.quotas ?? []).flatMap(({ grade, places }, index) => [
    ...mention('grade', grade, `/quotas/${index}/grade`),
    ...mention('number', places.kind === 'share' ? places.share : undefined, `/quotas/${index}/places/share`),
  ]);
  const rungs = (scheme.ladders ?? []).flatMap((ladder, index) =>
    ladder.rungs.flatMap(({ when }, row) => ofCondition(when, `/ladders/${index}/rungs/${row}/when`)),
  );
  const proposals = (scheme.proposals ?? []).flatMap(({ when }, index) => ofCondition(when, `/proposals/${index}/when`));
  const plans = (scheme.plans ?? []).flatMap((plan, index) => [
    ...mention('interval', plan.each, `/plans/${index}/each`),
    ...mention('number', plan.step, `/plans/${index}/step`),
    ...mention('number', plan.total, `/plans/${index}/total`),
  ]);
  const pledges = (scheme.pledges ?? []).flatMap(({ item, classes }, index) => [
    ...mention('item', item, `/pledges/${index}/item`),
    ...all('class', classes, `/pledges/${index}/classes`),
  ]);
  const latitude = (scheme.latitude ?? []).flatMap(({ part, worth }, index) => [
    ...mention('node', part, `/latitude/${index}/part`),
    ...mention('interval', worth, `/latitude/${index}/worth`),
  ]);
  const deeds = (scheme.sameDeed ?? []).flatMap(({ items }, index) => all('item', items, `/sameDeed/${index}/items`));
  return [...latitude, ...deeds, ...overrides, ...quotas, ...rungs, ...proposals, ...plans, ...pledges];
}

/** Regulation 2-1: every number, interval and name of a scheme, with its place. */
export function mentionsIn(scheme: ScoringScheme): readonly Mention[] {
  return [...placedNodes(scheme).flatMap(({ node, path }) => ofNode(node, path)), ...ofGrading(scheme), ...ofRules(scheme)];
}
