import type { Step, StepRule } from '@jifen/domain';
import { figureText, periodName, roundings, rowNames } from './numbers.ts';

type Said = {
  readonly title: string;
  readonly period: string;
  readonly result: string;
  readonly of: readonly string[];
  readonly values: Step['values'];
  readonly step: Step;
};
type Say = (said: Said) => string;

const value = ({ values }: Said, name: string): string => figureText(values[name] ?? '');
const first = ({ of }: Said): string => of[0] ?? '';
const bracketed = (number: string): string => (number.startsWith('-') ? `(${number})` : number);

/** The operands in full, or their number where they are the periods of a year. */
function sumWords({ of, step }: Said): string {
  if (of.length === 0) return '没有记录';
  const periods = step.of.filter(({ period }) => period !== step.period);
  if (periods.length > 2 && periods.length === of.length)
    return `${countWords(periods.length)}个${periodKind(periods[0]?.period ?? '')}之和`;
  return of.map((number, index) => (index === 0 ? number : bracketed(number))).join(' + ');
}

const tens = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;
const countWords = (count: number): string => tens[count] ?? String(count);

function periodKind(label: string): string {
  if (label.includes('Q')) return '季度';
  if (label.includes('H')) return '半年';
  return /^\d{4}-\d{2}-\d{2}$/.test(label) ? '天的得分' : '月';
}

function entryWords(said: Said): string {
  const { title, result, values, step } = said;
  const stated = values.option ?? (values.outOf ? `应有${value(said, 'outOf')}` : '');
  const day = values.date === undefined ? '' : periodName(values.date);
  return `${day}${title}${stated ? `，${stated}` : ''}：${result}${values.unit === '' ? '次' : (values.unit ?? '')}（记录${step.entries.join('、')}）`;
}

function partOfYear(said: Said): string {
  const { values, result } = said;
  const months = `参加了${values.of}个时段中的${values.periods}个`;
  if (values.ceilings === undefined) return `${months}，折算到全年：${first(said)} × ${values.of} ÷ ${values.periods} = ${result}`;
  return `${months}，折算到全年：${first(said)} × ${value(said, 'to')} ÷ ${value(said, 'ceilings')} = ${result}`;
}

const counted: readonly (readonly [string, string])[] = [
  ['taken-part', '参加积分'],
  ['away', '不参加积分'],
  ['exempt', '免于参加'],
];

/** The months and the row that a gate has counted. */
function seen(values: Step['values']): string {
  const months = counted.flatMap(([name, words]) => (values[name] === undefined ? [] : [`${words}${values[name]}个月`]));
  const row = values.row === undefined ? [] : [`连续${values.row}${rowNames[values.each as keyof typeof rowNames] ?? ''}`];
  const all = [...months, ...row];
  return all.length === 0 ? '' : `（${all.join('，')}）`;
}

const sayings: Readonly<Record<StepRule, Say>> = {
  fixed: (s) => `${s.title} ${s.result}`,
  entry: entryWords,
  vote: (s) => `${s.values.option}${s.values.count}票 × ${value(s, 'worth')} = ${s.result}`,
  pledge: (s) =>
    `承诺“${s.values.pledge}”（分值${s.values.weight}）：${s.values.option}，${s.values.weight} × ${value(s, 'rate')} = ${s.result}`,
  sum: (s) => `${s.title} ${s.result} = ${sumWords(s)}`,
  product: (s) => `${s.title} ${s.result} = ${s.of.map(bracketed).join(' × ')}`,
  weighted: (s) => `${s.title} ${s.result}，按权重合计：${s.of.map(bracketed).join(' + ')}`,
  mean: (s) =>
    `${s.title} ${s.result}，${s.values.leftOut && s.values.leftOut !== '0' ? `去掉最高、最低共${s.values.leftOut}个后` : ''}${s.values.divisor}个的平均`,
  highest: (s) => `${s.title} ${s.result}，取最高`,
  lowest: (s) => `${s.title} ${s.result}，取最低`,
  last: (s) => `${s.title} ${s.result}，以最后一次为准`,
  selected: (s) => `${s.title} ${s.result}，取${s.values.order === 'lowest' ? '最低' : '最高'}的${s.values.take}个`,
  chosen: (s) => `${s.title} ${s.result}`,
  when: (s) => `${s.title} ${s.result}，条件${s.values.holds === 'yes' ? '成立' : '不成立'}${seen(s.values)}`,
  share: (s) => `${s.title}：${s.of.length === 0 ? '' : `（${s.of.join(' + ')}）按份数折算，`}得${s.result}`,
  reference: (s) => `${s.title} ${s.result}（见该项）`,
  carried: (s) => `${s.title} ${s.result} = ${first(s)} × ${value(s, 'share')}`,
  first: (s) => `${s.title} ${s.result}，没有上期，用起始分`,
  times: (s) => `${first(s)} × ${bracketed(value(s, 'by'))} = ${s.result}`,
  plus: (s) => `${first(s)} + ${bracketed(value(s, 'amount'))} = ${s.result}`,
  free: (s) => `${first(s)}中前${value(s, 'upTo')}不计，余${s.result}`,
  table: (s) => `${first(s)}对应${s.values.in}档，得${s.result}`,
  'at-most': (s) => `得${first(s)}，上限${value(s, 'limit')}，计${s.result}（超出${value(s, 'surplus')}照实记录，不计入）`,
  'at-least': (s) => `得${first(s)}，下限${value(s, 'limit')}，计${s.result}（少于下限${value(s, 'surplus')}的部分不计）`,
  within: (s) => `${s.title} ${s.result}（上限${value(s, 'limit')}）`,
  'surplus-so-far': (s) => `${s.title} ${s.result}，界限${value(s, 'limit')}，目前超出${value(s, 'surplus')}，期末才处理`,
  round: (s) => `${first(s)}保留${s.values.places}位小数（${roundings[s.values.mode ?? ''] ?? ''}）：${s.result}`,
  'part-of-year': partOfYear,
  override: (s) => `因“${s.values.override}”，${s.title}按${s.result}计；原计算${first(s)}，照实保留`,
  absent: (s) => `${s.title}：没有数据，不按零分计`,
};

const withoutClause: ReadonlySet<StepRule> = new Set<StepRule>(['entry', 'times', 'table', 'round']);

/** Items without an entry would only lengthen the list. */
const saysNothing = ({ rule, of }: Step): boolean => {
  const [only] = of;
  return (rule === 'sum' && only === undefined) || (rule === 'within' && only !== undefined && saysNothing(only));
};

type Within = { readonly period: string; readonly depth: number; readonly startsInMonth?: number };

function lineOf(step: Step, parts: readonly Step[], titleOf: (node: string) => string, { period, depth, startsInMonth }: Within): string {
  const dated = step.rule === 'entry' && step.values.date !== undefined;
  const title = `${step.period === period || dated ? '' : periodName(step.period, startsInMonth)}${titleOf(step.node)}`;
  const of = parts.map(({ result }) => figureText(result));
  const said = { title, period: step.period, result: figureText(step.result), of, values: step.values, step };
  const clause = step.clause === undefined || withoutClause.has(step.rule) ? '' : `〔依据${step.clause}〕`;
  return `${'  '.repeat(depth)}${sayings[step.rule](said)}${clause}`;
}

/** A cap that was not exceeded is shown in the line of its part. */
function withinLines(step: Step, lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  return [`${first}（上限${figureText(step.values.limit)}）`, ...rest];
}

/** Why this number: one line for each step, the steps below it indented. */
export function explainSteps(
  step: Step,
  titleOf: (node: string) => string,
  within: Within = { period: step.period, depth: 0 },
): readonly string[] {
  const parts = step.of.filter((part) => !saysNothing(part));
  const [only] = step.of;
  if (step.rule === 'within' && only && !saysNothing(only)) return withinLines(step, explainSteps(only, titleOf, within));
  const below = { ...within, period: step.period, depth: within.depth + 1 };
  return [lineOf(step, parts, titleOf, within), ...parts.flatMap((part) => explainSteps(part, titleOf, below))];
}
