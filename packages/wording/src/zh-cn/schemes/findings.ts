import type { CheckCode, ConflictCode } from '@jifen/domain';
import { fulfilmentNames, nameIn } from '../names.ts';
import { figureText } from './numbers.ts';

export type Values = Readonly<Record<string, string>>;
export type Say = (values: Values) => string;

const statements: Values = {
  quantity: '次数',
  value: '数值',
  outOf: '应有数',
  choice: '选项',
  level: '级别',
  deed: '事迹',
  pledge: '承诺',
  electorate: '投票人群体',
  votes: '票数',
  evidence: '依据',
  reason: '理由',
  'second-person': '复核人',
  document: '决定文号',
};
/** The periods in which a part is scored, or for which a limit holds. */
export const periods: Record<string, string> = { day: '日', month: '月', quarter: '季', 'half-year': '半年', year: '年' };
const monthParts: Values = { base: '基础分', task: '任务分', reward: '奖励分', honour: '另行加分', plans: '月度上限计划' };
const monthPart = ({ part = '' }: Values): string => monthParts[part] ?? part;
const statement = (values: Values): string => statements[values.statement ?? ''] ?? values.statement ?? '';

/** What prevents an evaluation. */
export const checkSentences: Readonly<Record<CheckCode, Say>> = {
  'not-a-number': (v) => `“${v.text}”不是数字，请写成0.5、-2或1/3这样的形式`,
  'not-an-interval': (v) => `“${v.text}”不是区间，请写成[80,90)这样的形式，方括号含端点，圆括号不含`,
  'id-used-twice': (v) => `编号“${v.id}”用了两次，请改用不同的编号`,
  'unknown-node': (v) => `没有编号为“${v.text}”的计分项`,
  'unknown-class': (v) => `没有编号为“${v.text}”的党员类别`,
  'unknown-plan': (v) => `没有编号为“${v.text}”的计划`,
  'unknown-grade': (v) => `没有编号为“${v.text}”的格次`,
  'unknown-item': (v) => `没有编号为“${v.text}”、可以记录的计分项`,
  'class-without-value': (v) => `这些类别没有给出数值：${v.classes}`,
  'reference-out-of-period': (v) => `“${v.node}”不在同一计分周期内，这里用不到它的得分`,
  'circular-reference': (v) => `“${v.node}”的得分要由它自己算出，互相引用成了圈，请改为引用不含它的部分`,
  'reference-too-deep': (v) => `“${v.node}”的得分要经过${v.most}层以上才能算出，请减少层次`,
  'number-too-long': (v) => `算出的数字超过${v.digits}位，请检查连乘和结转`,
  'period-does-not-divide': (v) => `按${nameIn(periods, v.within)}计分的部分，不能再用按${nameIn(periods, v.each)}的周期`,
  'condition-too-early': () => '这个条件要等算完分才知道，这里还用不到',
  'month-needs-a-period': () => '按月份的条件只能用于按月、按季或按半年计分的部分',
  'marks-need-an-entry': () => '按标记调整只能用于每一条记录',
  'needs-single-entries': () => '这种算法没有单条记录可以调整，请改在整项上调整',
  'caps-need-a-sum': () => '按期设上限只能用于逐条相加的项目',
  'wrong-statement': (v) => `这一项不填${statement(v)}，请核对单位`,
  'too-many-decimals': (v) => `“${v.text}”的小数超过${v.places}位`,
  'out-of-range': (v) => `“${v.value}”不在允许的范围${v.range}内`,
  'unknown-option': (v) => `没有“${v.text}”这个选项`,
  'unknown-pledge': (v) => `这个月没有编号为“${v.text}”、应当评诺的承诺`,
  'unknown-electorate': (v) => `没有编号为“${v.text}”的投票人群体`,
  'unknown-entry': (v) => `没有编号为“${v.text}”的记录可以冲销`,
  'reversed-twice': (v) => `记录“${v.text}”被冲销了两次`,
  'circular-reversal': (v) => `冲销“${v.id}”最后冲销了它自己`,
  'not-a-date': (v) => `“${v.text}”不是日期，请写成2026-03-08这样的形式`,
  'not-a-month': (v) => `“${v.text}”不是月份，请写成2026-03这样的形式`,
  'date-outside-year': (v) => `“${v.text}”不在这个考核年度内`,
  'statement-missing': (v) => `缺少${statement(v)}`,
  'class-not-assigned': () => '没有说明这位党员属于哪一类别',
  'class-assigned-twice': (v) => `从${v.from}起有两个类别，请只留一个`,
  'ceiling-missing': (v) => `这些月份没有定上限：${v.months}`,
  'ceiling-out-of-range': (v) => `月度上限“${v.value}”不合规定：范围${v.range}，以${v.step}为一档`,
  'plan-does-not-sum': (v) => `十二个月的上限合计${figureText(v.total)}分，应为${figureText(v.expected)}分`,
  'pledge-kinds-missing': (v) => `承诺还缺这些种类：${v.missing}`,
  'another-parent': (v) => `这份细则不是为这个办法的这一版（${v.parent}）制定的`,
  'not-allowed': (v) => `上级办法没有把“${v.text}”留给下级细化`,
  'too-many-items': (v) => `自定项目最多${v.most}项`,
  'unknown-decision': (v) => `办法里没有“${v.text}”这种决定`,
  'part-missing-for-months': (v) => `每月积分要用到“${monthPart(v)}”，办法里没有这一部分`,
  'part-unfit-for-months': (v) => `“${v.title}”的算法不能用于每月积分`,
  'item-unfit-for-months': (v) =>
    `“${v.title}”不能用于每月积分：每条只能按次定分，或者在全为${v.sign === 'deducts' ? '负分' : '正分'}的范围内填写，除依据外不要求别的`,
  'policy-not-followed': () => '有异议时暂缓公示整份名单的做法，系统还不能照办',
  'rate-missing-for-months': (v) => `承诺没有写明“${nameIn(fulfilmentNames, v.rate)}”按多少比例计分`,
};

/** What people have to settle, because arithmetic cannot. */
export const conflictSentences: Readonly<Record<ConflictCode, Say>> = {
  'part-missing': (v) => `${v.title}没有数据，合计暂不完整（没有数据不等于零分）`,
  'more-than-one-entry': (v) => `${v.title}只应有一条记录，现有多条，请确定以哪一条为准`,
  'more-than-one-part': (v) => `${v.title}只能选一种算法，现有：${v.parts}`,
  'value-in-no-band': (v) => `${v.title}的数值${figureText(v.value)}没有对应的档`,
  'score-in-no-band': (v) => `${v.title}的得分${figureText(v.value)}没有对应的格次`,
  'entry-of-another-class': (v) => `${v.title}有一条记录，当天本人不属于该类别，没有计入`,
  'entry-while-away': () => '不参加积分的月份里有一条记录，没有计入',
  'pledge-not-appraised': (v) => `承诺“${v.pledge}”到期，还没有评诺`,
  'electorate-did-not-vote': (v) => `${v.electorate}没有投票，测评结果还不完整`,
  'too-few-ratings': (v) => `只有${v.count}人评分，去掉最高、最低后没有剩余`,
  'quota-exceeded': (v) => `${v.quota}：${v.graded}人中有${v.places}个名额，拟定了${v.given}个，请研究决定，不自动降格`,
  'quota-not-reached': (v) => `${v.quota}：${v.graded}人中至少${v.places}个，拟定了${v.given}个，请研究决定`,
};

/** The sentence of a conflict; `title` is the name of the part concerned. */
export function conflictSentence(conflict: { readonly code: ConflictCode; readonly values: Values }, title: string): string {
  return `${conflictSentences[conflict.code]({ ...conflict.values, title })}。`;
}
