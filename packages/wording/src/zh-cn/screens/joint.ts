import { formatMonth, formatPeriod } from '../../format.ts';

type By = 'quarter' | 'merged';
type Span = { by: By; closing: string; months: readonly { period: string }[] };

const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;
const monthsIn = (months: Span['months']) => months.map(({ period }) => formatMonth(period)).join('、');

/** `2026年第三季度`, or the two months that are merged: `2027年1月、2月`. */
const nameOf = ({ by, closing, months }: Span): string => {
  const year = closing.slice(0, 4);
  if (by === 'merged') return `${year}年${monthsIn(months)}`;
  return `${year}年${quarterNames[Math.ceil(Number(closing.slice(5, 7)) / 3) - 1] ?? ''}`;
};

const spanOf = (span: Span): string => (span.by === 'merged' ? nameOf(span) : `${nameOf(span)}（${monthsIn(span.months)}）`);

/** Months that are evaluated together (A11): by quarter, or merged. */
export const jointWords = {
  title: (span: Span) => `${spanOf(span)}${span.by === 'quarter' ? '季度评议' : '合并评议'}`,
  once: '党员大会评定、公示和备案各办一次，在本页办理；申请、登记、初评和异议仍在各月办理。',
  monthStands: (period: string, stage: string) => `${formatMonth(period)}：${stage}`,
  openMonth: (period: string) => `打开${formatMonth(period)}`,
  waitsFor: (names: string) => `现在由${names}办理`,
  list: '各月积分汇总',
  columns: { number: '序号', name: '姓名', total: '合计', yearToDate: '全年累计', remark: '备注' },
  month: (period: string) => formatMonth(period),
  apart: '另行公示',
  waits: (closing: string) => `本月与${formatPeriod(closing)}一并评议`,
  waitsHint: (closing: string) => `本月的申请、登记和初评照常办理；党员大会评定、公示和备案在${formatMonth(closing)}的页面一次办理。`,
  toClosing: (closing: string) => `到${formatMonth(closing)}的页面`,
  now: {
    meeting: (closing: string) => `等${formatPeriod(closing)}的党员大会一并评定`,
    posting: (closing: string) => `随${formatPeriod(closing)}一并公示登记`,
    filing: (closing: string) => `随${formatPeriod(closing)}一并上报备案`,
    filed: (closing: string) => `已随${formatPeriod(closing)}一并上报备案，在退回期内`,
  },
  stages: { quarter: '待季度评议', merged: '待合并评议' },
  decided: (closing: string) => `随${formatMonth(closing)}`,
  remark: (periods: readonly string[], remark: string) => `${periods.map(formatMonth).join('、')}${remark}`,
  objectHint: '这里只提出对本月分数的异议；对其他月份的，请在那个月的页面提出。',
  resolution: (span: Span) => `本次会议一并评定${spanOf(span)}的积分。`,
  of: (period: string, what: string) => `${formatMonth(period)}${what}`,
  linesOf: (period: string) => `${formatPeriod(period)}的各行`,
  monthLabel: '月份',
  minutesTitle: (branch: string, span: Span) => `${branch}${nameOf(span)}党员大会评定记录`,
  papersTitle: (branch: string, span: Span) => `${branch}${nameOf(span)}会议用表`,
  publicityTitle: (branch: string, span: Span) => `${branch}${nameOf(span)}积分公示表`,
  fileHint: (span: Span) => `一并上报${spanOf(span)}的名单。`,
  spanOf,
};

/** 评议周期, a county setting. */
export const evaluationWords = {
  title: '评议周期',
  subtitle: '申请、登记和初评每月办理；党员大会评定、公示和备案可以每月一次，也可以每季度一次。',
  kinds: { month: '按月评议', quarter: '按季度评议' },
  since: (from: string) => `${formatPeriod(from)}起`,
  usual: '一直按月评议',
  merged: (earlier: string, later: string) => `${formatPeriod(earlier)}与${formatMonth(later)}合并`,
  because: (reason: string) => `依据：${reason}`,
  readOnly: '评议周期由县委组织部决定。',
  change: '调整评议周期',
  from: '从哪个月起执行',
  fromHint: '已经开始的月份不能改；按季度评议从季度的第一个月起执行。',
  kind: '怎样评议',
  pairs: '合并的月份',
  pairsHint: '例如因春节，1月与2月合并：前一个月的各步都按后一个月的日子办理。可以不选。',
  reason: '依据或者理由',
  reasonMissing: '请写明依据或者理由',
  fromMissing: '请选从哪个月起执行',
  effect: '从所选的月份起执行，这以后原来的安排不再执行；已经开始的月份不变。',
  save: '保存评议周期',
  confirm: '保存后，从所选的月份起按新的周期评议。确定保存吗？',
  saved: '评议周期已保存',
};
