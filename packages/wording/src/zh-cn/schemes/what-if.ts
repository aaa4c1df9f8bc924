import type { ConflictCode, FindingCode, Untold } from '@jifen/domain';

const untold: Readonly<Record<Untold['code'], string>> = {
  'no-such-item': '草案里没有这一项',
  'measured-differently': '草案里这一项的计法不同，原记录套不上',
  'amount-is-no-count': '分数折不成次数，套不上草案的分值',
};

/** Why records were left out of a comparison. */
export function untoldSentence(title: string, code: string, count: number): string {
  const why = Object.hasOwn(untold, code) ? untold[code as Untold['code']] : '套不上草案';
  return `${title === '' ? '现行办法里也没有的项目' : `“${title}”`}的${count}条记录没有计入：${why}。`;
}

const unscored: Partial<Readonly<Record<FindingCode, string>>> = {
  'ceiling-missing': '有的月份没有定月度上限',
  'ceiling-out-of-range': '已定的月度上限不合规定的范围',
  'plan-does-not-sum': '十二个月的上限合计不合规定',
  'unknown-class': '党员类别对不上',
  'class-not-assigned': '没有党员类别',
  'unknown-item': '有的记录没有对应的项目',
  'unknown-plan': '没有相应的月度计划',
  'out-of-range': '有的数值超出允许的范围',
  'date-outside-year': '记录的日期不在考核年度内',
  'statement-missing': '有的记录缺少必填内容',
  'too-many-decimals': '有的数值小数位数过多',
};

/** Why members could not be scored in a comparison. */
export const unscoredReason = (code: string): string => unscored[code as FindingCode] ?? '记录不合这一办法的要求';

const conflicts: Readonly<Record<ConflictCode, string>> = {
  'part-missing': '没有数据，合计不完整',
  'more-than-one-entry': '只应有一条记录，现有多条',
  'more-than-one-part': '只能选一种算法，现有几种',
  'value-in-no-band': '数值没有对应的档',
  'score-in-no-band': '得分没有对应的格次',
  'entry-of-another-class': '记录与当天的类别不符',
  'entry-while-away': '不参加积分的月份有记录',
  'pledge-not-appraised': '承诺到期没有评诺',
  'electorate-did-not-vote': '有的群体没有投票',
  'too-few-ratings': '评分的人太少',
  'quota-exceeded': '超过名额',
  'quota-not-reached': '不足名额',
};

/** What people would have to settle, in short. */
export function conflictName(code: string, title: string): string {
  const name = Object.hasOwn(conflicts, code) ? conflicts[code as ConflictCode] : '有待商定';
  return title === '' ? name : `${title}：${name}`;
}

/** A step of ten points: 80分以上、不满90分. */
export const tenPoints = (from: number): string => `${from}分以上、不满${from + 10}分`;

export const whatIfCodes: readonly string[] = Object.keys(untold);
