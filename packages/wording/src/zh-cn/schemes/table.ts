import type { Adjustment, Bounds, Cap, Measure, SchemeNode, ScoringScheme, Value } from '@jifen/domain';
import { standingNames } from '../names.ts';
import { conditionText, type Titles, titlesById, titlesOf } from './conditions.ts';
import { intervalText, numberText, roundings } from './numbers.ts';

/** A scheme as people read it: one row for each part, its subparts indented. */
export type SchemeRow = {
  readonly depth: number;
  readonly title: string;
  /** The basis of its points. */
  readonly worth: string;
  /** Caps and floors; empty where there are none. */
  readonly limits: string;
  readonly sample: boolean;
};
export type BandRow = { readonly who: string; readonly grade: string; readonly points: string };

const periods = { day: '每日', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' } as const;
const togethers = { sum: '累计', mean: '取平均', highest: '取最高', lowest: '取最低', last: '以最后一次为准', only: '只记一次' } as const;

const list = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('；');

/** The scheme's titles of classes, plans, grades and parts. */
type Names = Titles & { readonly plans: ReadonlyMap<string, string> };

function valueText(value: Value, { classes, plans }: Names): string {
  if (typeof value === 'string') return numberText(value);
  if ('ceiling' in value) return plans.get(value.ceiling) ?? '月度上限';
  const named = Object.entries(value.byClass).map(([name, worth]) => `${classes.get(name) ?? '其他类别'}${numberText(worth)}`);
  return [...named, ...(value.otherwise === undefined ? [] : [`其他${numberText(value.otherwise)}`])].join('、');
}

const options = (all: readonly { readonly title: string; readonly value: string }[]): string =>
  all.map(({ title, value }) => `${title}${numberText(value)}`).join('、');

function valueMeasureText({ unit, range, usual, together }: Extract<Measure, { kind: 'value' }>): string {
  const within = range === undefined ? '' : intervalText(range);
  if (usual === undefined) return `填写数值（${[unit, within].filter((text) => text !== '').join('，')}），${togethers[together]}`;
  return `每次${numberText(usual)}${unit}，也可据实填写${within === '' ? '' : `（${within}）`}，${togethers[together]}`;
}

function measureText(measure: Measure, names: Names): string {
  switch (measure.kind) {
    case 'fixed':
      return `固定${valueText(measure.value, names)}分`;
    case 'count':
      return '每次';
    case 'value':
      return valueMeasureText(measure);
    case 'choice':
      return `选填：${options(measure.options)}，${togethers[measure.together]}`;
    case 'level':
      return `按级别：${options(measure.levels)}${measure.sameDeed === 'highest-once' ? '，同一事迹只记最高' : ''}`;
    case 'ratio':
      return '按比率（实际÷应有）';
    case 'fulfilment':
      return `按承诺完成情况：${options(measure.rates.map((rate) => rate))}`;
    case 'tally':
      return `按票数折算：${options(measure.options)}`;
    case 'ratings':
      return `评分取平均（${intervalText(measure.range)}）`;
    case 'result':
      return `取其他部分得分的${numberText(measure.share)}倍`;
  }
}

function adjustmentText(step: Adjustment, names: Names): string {
  switch (step.kind) {
    case 'times':
      return `乘${valueText(step.by, names)}`;
    case 'plus':
      return `加${valueText(step.amount, names)}`;
    case 'free':
      return `前${valueText(step.upTo, names)}不计`;
    case 'table':
      return `分档：${step.rows.map((row) => `${intervalText(row.in)}得${'value' in row ? valueText(row.value, names) : `${numberText(row.times)}倍加${numberText(row.plus)}`}`).join('，')}`;
    case 'at-most':
      return `最多${valueText(step.value, names)}`;
    case 'at-least':
      return `最少${valueText(step.value, names)}`;
    case 'round':
      return `保留${step.places}位小数（${roundings[step.mode] ?? ''}）`;
    case 'if-marked':
      return `有标记的另行调整（${step.adjust.map((inner) => adjustmentText(inner, names)).join('，')}）`;
  }
}

const chain = (steps: readonly Adjustment[] | undefined, names: Names): string =>
  (steps ?? []).map((step) => adjustmentText(step, names)).join('，');

/** How often something happened, times a plain worth, is the usual case: 每次-0.5分. */
function itemText(node: Extract<SchemeNode, { kind: 'item' }>, names: Names): string {
  const [first, ...rest] = node.each ?? [];
  if (node.measure.kind === 'count' && first?.kind === 'times')
    return list([`每次${valueText(first.by, names)}分`, chain(rest, names), chain(node.adjust, names)]);
  const counted = node.measure.kind === 'count' && !first ? '每次1分' : measureText(node.measure, names);
  return list([counted, chain(node.each, names), chain(node.adjust, names)]);
}

function combinationText(node: Exclude<SchemeNode, { kind: 'item' }>, names: Names): string {
  switch (node.kind) {
    case 'sum':
      return '以下各项相加';
    case 'product':
      return '以下各项相乘';
    case 'weighted':
      return `以下各项按权重合计（${node.parts.map(({ weight, part }) => `${part.title}：${valueText(weight, names)}`).join('；')}）`;
    case 'select':
      return `以下各项取${node.order === 'highest' ? '最高' : '最低'}的${node.take}项`;
    case 'choose-one':
      return '以下只用一种';
    case 'when':
      return `${conditionText(node.condition, names)}的，${node.otherwise ? '计以下第一项，否则计第二项' : '才计'}`;
    case 'over-periods':
      return `${periods[node.each]}计一次，${rollups[node.by.kind]}`;
  }
}
const rollups = {
  sum: '全年相加',
  mean: '取平均',
  'mean-of-present': '按参加的时段取平均',
  last: '以最后一期为准',
  select: '取其中几期',
} as const;

function boundsText(bounds: Bounds | undefined, names: Names): string {
  const most = bounds?.atMost === undefined ? '' : `最多${valueText(bounds.atMost, names)}`;
  const least = bounds?.atLeast === undefined ? '' : `最少${valueText(bounds.atLeast, names)}`;
  return list([most, least]);
}

const capText = ({ per, ...bounds }: Cap, names: Names): string => `${periods[per]}${boundsText(bounds, names)}`;

function partsOf(node: SchemeNode): readonly SchemeNode[] {
  if (node.kind === 'item') return [];
  if (node.kind === 'over-periods') return [node.part];
  if (node.kind === 'when') return [node.part, ...(node.otherwise ? [node.otherwise] : [])];
  return node.kind === 'weighted' ? node.parts.map(({ part }) => part) : node.parts;
}

const withAllParts = (node: SchemeNode): readonly SchemeNode[] => [node, ...partsOf(node).flatMap(withAllParts)];

function rowsOf(node: SchemeNode, depth: number, names: Names): readonly SchemeRow[] {
  const caps = node.kind === 'item' ? (node.caps ?? []).map((cap) => capText(cap, names)) : [];
  const classes = node.for ? `只计${node.for.map((name) => names.classes.get(name) ?? '').join('、')}` : '';
  const worth = node.kind === 'item' ? itemText(node, names) : list([combinationText(node, names), chain(node.adjust, names)]);
  const own: SchemeRow = {
    depth,
    title: node.title,
    worth: list([worth, classes]),
    limits: list([boundsText(node.bounds, names), ...caps]),
    sample: node.kind === 'item' && node.sample === true,
  };
  return [own, ...partsOf(node).flatMap((part) => rowsOf(part, depth + 1, names))];
}

/** The parts of a scheme, with amounts, caps and floors in words. */
export function schemeRows(scheme: ScoringScheme): readonly SchemeRow[] {
  const tops = [scheme.score, ...(scheme.apart ?? [])];
  const names: Names = { ...titlesOf(scheme, titlesById(tops.flatMap(withAllParts))), plans: titlesById(scheme.plans) };
  return tops.flatMap((node) => rowsOf(node, 0, names));
}

/** Which points make which grade, from the best to the last. */
export function bandRows({ grading, classes }: ScoringScheme): readonly BandRow[] {
  if (!grading) return [];
  const [grades, classNames] = [titlesById(grading.grades), titlesById(classes)];
  return grading.tables.flatMap(({ for: who, bands }) => {
    const whom = list([
      who?.standing === undefined ? '' : standingNames[who.standing],
      (who?.classes ?? []).map((name) => classNames.get(name) ?? '').join('、'),
    ]);
    return bands.map((band) => ({ who: whom || '全体', grade: grades.get(band.grade) ?? '', points: intervalText(band.in) }));
  });
}
