import type { Finding, FindingCode, LintCode } from '@jifen/domain';
import { fulfilmentNames, nameIn } from '../names.ts';
import { checkSentences, conflictSentences, periods, type Say, type Values } from './findings.ts';
import { figureText } from './numbers.ts';
import { whatIfCodes } from './what-if.ts';

/** Whom a finding concerns, where it does not concern everybody. */
const ofClasses = ({ classes }: Values): string => (classes === undefined ? '' : `（${classes}）`);

/** What looks wrong, and what to do about it. */
const lints: Readonly<Record<LintCode, readonly [what: Say, proposal: Say]>> = {
  'forbidden-item': [
    (v) => `“${v.title}”以“${v.word}”计分，属于整治形式主义明令禁止的做法，可以试算，不得采用`,
    () => '改按实际工作成效计分，或者删去',
  ],
  'maximum-is-not-the-sum': [
    (v) => `“${v.title}”${ofClasses(v)}标明${figureText(v.maximum)}分，各部分最多合计${figureText(v.sum)}分`,
    (v) => `把上限改为${figureText(v.sum)}，或者调整各部分的分值`,
  ],
  'uncapped-item': [(v) => `“${v.title}”没有上限，与它并列的部分都有`, () => '给它定一个上限，或者另列在合计之外'],
  'worth-beyond-maximum': [
    (v) => `“${v.title}”一次的分值就超过“${v.component}”的上限${figureText(v.maximum)}分`,
    () => '降低单次分值，或者提高上限',
  ],
  'no-floor': [(v) => `“${v.title}”可能扣成负分，没有规定扣到多少为止`, () => '写明扣完为止，即下限为0'],
  'cap-longer-than-period': [
    (v) => `“${v.title}”按${periods[v.period ?? '']}计分，却规定了每${periods[v.per ?? '']}的上限，不起作用`,
    (v) => `改为每${periods[v.period ?? '']}的上限，或者移到按${periods[v.per ?? '']}计分的部分`,
  ],
  'weights-do-not-sum': [(v) => `“${v.title}”${ofClasses(v)}各部分的权重合计${figureText(v.sum)}，不是1`, () => '调整权重，使合计为1'],
  'appraisal-cannot-fall-below': [
    (v) => `“${v.title}”即使全是最差的票，也不低于${figureText(v.least)}`,
    () => '确认这是本意；不是的，把最差一档的折算值改为0',
  ],
  'range-not-stated': [(v) => `“${v.title}”没有写明每次可以填多少`, () => '写明范围，例如[0,5]'],
  'plan-cannot-sum': [
    (v) => `“${v.title}”每月${v.each}，十二个月合计不能正好是${figureText(v.total)}分`,
    () => '调整每月的范围，或者改为每月满额、全年封顶',
  ],
  'sample-values': [(v) => `有${v.count}项的分值是示例，原文没有给出`, () => '由制定单位填写正式分值，再去掉示例标记'],
  'gap-between-bands': [
    (v) => `得分在${v.gap}的，没有对应的档`,
    (v) => (v.proposal === undefined ? '补上这一段对应的档' : `把这一档改为${v.proposal}`),
  ],
  'gap-between-rows': [
    (v) => `数值在${v.gap}的，表里没有对应的行`,
    (v) => (v.proposal === undefined ? '补上这一段对应的行' : `把这一行改为${v.proposal}`),
  ],
  'bands-overlap': [(v) => `${v.one}与${v.other}两档重叠`, () => '改写端点，使每个得分只属于一档'],
  'rows-overlap': [(v) => `${v.one}与${v.other}两行重叠`, () => '改写端点，使每个数值只属于一行'],
  'band-never-reached': [
    (v) =>
      `${v.band}这一档没有人能达到：得分${v.least === '' ? '没有下限' : `最低${figureText(v.least)}`}，${v.most === '' ? '没有上限' : `最高${figureText(v.most)}`}`,
    () => '删去这一档，或者调整分值',
  ],
  'grade-never-given': [(v) => `“${v.title}”没有对应的分数段，也没有直接认定的情形`, () => '补上分数段，或者删去这一格次'],
  'quota-gives-no-place': [
    (v) => `“${v.title}”：${v.upTo}人及以下的支部一个名额也没有`,
    () => '规定小支部至少一个名额，或者几个支部合并计算',
  ],
  'quotas-contradict': [(v) => `“${v.title}”与“${v.other}”在${v.size}人的支部里不能同时做到`, () => '调整两个比例'],
  'rule-says-the-same': [() => '这一条与前面的一条内容相同', () => '删去一条'],
  'rule-never-holds': [() => '这些条件互相矛盾，永远不会同时成立', () => '改为满足其一，或者修改条件'],
  'rung-never-reached': [(v) => `“${v.title}”永远不会用到，前面的“${v.earlier}”已经包含了它`, () => '调整先后次序，或者修改条件'],
};

const isLint = (code: FindingCode): code is LintCode => Object.hasOwn(lints, code);

/** The sentence of a finding, with its values but without its place in the file. */
export function findingSentence({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  return `${isLint(code) ? lints[code][0](values) : checkSentences[code](values)}。`;
}

/** What to do about a finding of the linter, or about what does not fit months; null where the sentence includes it. */
export function findingProposal({ code, values }: Pick<Finding, 'code' | 'values'>): string | null {
  const proposal = isLint(code) ? lints[code][1] : monthProposals[code];
  return proposal ? `建议：${proposal(values)}。` : null;
}

export const schemeCodes: readonly string[] = [
  ...Object.keys(checkSentences),
  ...Object.keys(conflictSentences),
  ...Object.keys(lints),
  ...whatIfCodes,
];

const parts: Values = {
  base: '“基础分”写成一项固定的起始分和若干扣分项相加，全年计一次，对所有人相同，此外只可以写明扣到多少为止',
  task: '“任务分”写成每月计一次、全年相加，当月在三种算法中任选一种：承诺完成情况乘当月上限、填报进度百分比乘当月上限、直接定分；最少0分，最多当月上限，全年可以封顶',
  reward: '“奖励分”写成若干加分项相加，全年计一次，对所有人相同，此外只可以写明全年最多多少分',
  honour: '“另行加分”写成若干加分项相加，全年计一次，对所有人相同，不写上限和下限',
  plans: '只写一个月度上限计划，写明每月的范围、档距和全年合计',
};

const items: Values = {
  deducts: '改为按次计数、每次扣固定分值（例如-0.5），或者逐条填写负分、范围不到0为止（例如[-5,0)）、累计',
  adds: '改为按次计数、每次加固定分值（例如0.5），或者逐条填写正分、范围大于0（例如(0,5]）、累计',
};

/** What to write instead where a scheme does not fit months. */
const monthProposals: Partial<Readonly<Record<FindingCode, Say>>> = {
  'part-missing-for-months': ({ part = '' }) => parts[part] ?? '补上这一部分',
  'part-unfit-for-months': ({ part = '' }) => parts[part] ?? '照示范细则的写法改',
  'item-unfit-for-months': ({ sign = '' }) =>
    `${items[sign] ?? '改为按次计数，或者逐条填写分值'}；项目自己的上限、按次以外的折算、限定类别都删去，封顶写在整个部分上`,
  'policy-not-followed': () => '改为只暂缓公示有异议的那一条，其他人的积分照常公示、上报',
  'rate-missing-for-months': ({ rate }) => `在承诺的完成程度中补上“${nameIn(fulfilmentNames, rate)}”一档，写明0到1之间的比例`,
};
