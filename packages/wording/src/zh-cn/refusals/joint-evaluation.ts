import type { BranchMonthStageName } from '@jifen/contracts';
import { formatPeriod } from '../../format.ts';
import { type Facts, monthText, type Sentence, textIn } from '../facts.ts';
import { stageNames } from '../names.ts';

const fullMonth = (facts: Facts, key: string): string => {
  const text = textIn(facts, key);
  return text !== undefined && /^\d{4}-\d{2}$/.test(text) ? formatPeriod(text) : '那个月';
};

const pairText = ({ months }: Facts): string => {
  const pair = Array.isArray(months) ? months.filter((month) => typeof month === 'string') : [];
  return pair.length === 2 ? pair.map((month) => formatPeriod(month)).join('与') : '这两个月';
};

const whoActs: Partial<Record<BranchMonthStageName, string>> = {
  applying: '请等党员申报截止，再由记录员登记、支部委员初评',
  registering: '请先由记录员登记，再由支部委员初评',
  reviewing: '请先由支部委员（不设支委会的，由书记）办完初评',
};

/** Months that are evaluated by quarter, or merged (A11): what is decided where, and how the county settles it. */
export const jointEvaluationRefusals: Record<string, Sentence> = {
  'evaluated-with-another-month': (facts) => {
    const month = textIn(facts, 'period') === undefined ? '后面的月份' : fullMonth(facts, 'period');
    return `本月与${month}一并评议，请在${textIn(facts, 'period') === undefined ? '那个月' : monthText(facts.period)}的页面办理。`;
  },
  'other-month-not-ready': (facts) => {
    const stage = textIn(facts, 'status') as BranchMonthStageName | undefined;
    const stands = stage !== undefined && Object.hasOwn(stageNames, stage) ? `现在是“${stageNames[stage]}”` : '还没有办完初评';
    const next = (stage && whoActs[stage]) ?? '请过一会儿刷新页面再看';
    return `${fullMonth(facts, 'period')}与本月一并评议，${stands}，会议结果还不能录入。${next}。`;
  },
  'month-not-evaluated-here': (facts) => `${fullMonth(facts, 'period')}不在这次会议评定的月份里。请刷新页面核对后再录入。`,
  'evaluation-already-begun': (facts) =>
    `${fullMonth(facts, 'from')}已经开始，当月怎样评议不能再改。请选${fullMonth(facts, 'earliest')}或者以后的月份起执行。`,
  'not-the-first-of-a-quarter': (facts) =>
    `按季度评议要从一个季度的第一个月起执行，${fullMonth(facts, 'from')}不是。请选1月、4月、7月或者10月。`,
  'evaluated-with-an-earlier-month': (facts) =>
    `${fullMonth(facts, 'from')}已经定为与前面的月份在${fullMonth(facts, 'closing')}一并评议，不能从中间改起。请选${fullMonth(facts, 'closing')}以后的月份起执行。`,
  'merged-before-it-is-in-force': (facts) =>
    `${fullMonth(facts, 'month')}早于开始执行的月份，不能列入合并。请去掉这一对，或者提前执行的月份。`,
  'merged-months-not-consecutive': (facts) => `${pairText(facts)}不是前后相连的两个月，不能合并。请改选。`,
  'merged-across-years': (facts) => `${pairText(facts)}不在同一年，不能合并。请改选。`,
  'merged-across-quarters': (facts) => `${pairText(facts)}不在同一个季度，不能合并。请改选。`,
  'merged-twice': (facts) => `${fullMonth(facts, 'month')}同时列在两对合并的月份里。请只留一对。`,
  'evaluation-changed-meanwhile': () => '评议周期刚刚由别的同志改过，您这次的没有保存，填的内容还在。请看过现在的内容再保存。',
  'extension-of-another-months-meeting': (facts) =>
    `本月的党员大会评定与${fullMonth(facts, 'period')}一并进行。请给${fullMonth(facts, 'period')}延期。`,
};
