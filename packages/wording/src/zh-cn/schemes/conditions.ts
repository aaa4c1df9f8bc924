import type { Condition, ScoringScheme } from '@jifen/domain';
import { standingNames } from '../names.ts';
import { intervalText, rowNames } from './numbers.ts';

/** The names in a condition: parts, classes and grades by their titles. */
export type Titles = {
  readonly parts: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly grades: ReadonlyMap<string, string>;
};

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const monthsOf = { 'taken-part': '参加积分', away: '不参加积分', exempt: '免于参加' } as const;
const years = { this: '本年', last: '上年' } as const;

const named = (ids: readonly string[], titles: ReadonlyMap<string, string>): string => ids.map((id) => titles.get(id) ?? '其他').join('、');
const part = (id: string, { parts }: Titles): string => `“${parts.get(id) ?? ''}”`;

function joined({ kind, of }: Of<'all' | 'any'>, titles: Titles): string {
  const one = (inner: Condition) =>
    inner.kind === 'all' || inner.kind === 'any' ? `（${conditionText(inner, titles)}）` : conditionText(inner, titles);
  return of.map(one).join(kind === 'all' ? '，并且' : '，或者');
}

/** A condition as people read it, without a full stop. */
export function conditionText(condition: Condition, titles: Titles): string {
  switch (condition.kind) {
    case 'score':
      return `${part(condition.of, titles)}得分${intervalText(condition.in)}`;
    case 'entries':
      return `${part(condition.item, titles)}记录次数${intervalText(condition.in)}`;
    case 'decision':
      return '有相应的组织决定';
    case 'grade':
      return `${years[condition.year]}格次为${named(condition.in, titles.grades)}`;
    case 'consecutive-grades':
      return `连续${condition.years}年格次为${named(condition.in, titles.grades)}`;
    case 'month':
      return `${condition.in.join('、')}月开始的时段`;
    case 'months':
      return `期内${monthsOf[condition.of]}的月数${intervalText(condition.in)}`;
    case 'grade-rise':
      return `格次比上年上升${condition.atLeast}档以上`;
    case 'class':
      return `属于${named(condition.in, titles.classes)}`;
    case 'standing':
      return `是${standingNames[condition.is]}`;
    case 'consecutive':
      return `${part(condition.of, titles)}到本期为止连续${condition.times}${rowNames[condition.each]}得分${intervalText(condition.in)}`;
    case 'all':
    case 'any':
      return joined(condition, titles);
    case 'not':
      return `不符合：${conditionText(condition.of, titles)}`;
  }
}

/** A scheme's titles of its parts, classes and grades. */
export function titlesOf({ classes, grading }: ScoringScheme, parts: ReadonlyMap<string, string>): Titles {
  return { parts, classes: titlesById(classes), grades: titlesById(grading?.grades) };
}

export const titlesById = (all: readonly { readonly id: string; readonly title: string }[] = []): ReadonlyMap<string, string> =>
  new Map(all.map(({ id, title }) => [id, title]));
