import { formatDate, formatMonth, formatPeriod, formatPoints } from '../../format.ts';

export const sheetWords = {
  title: '个人积分单',
  of: (name: string, year: number) => `${name} ${year}年`,
  headline: (period: string, total: number, maximum: number) =>
    `截至${formatMonth(period)}得${formatPoints(total)}分（同期满分${formatPoints(maximum)}分）`,
  nothingYet: '今年还没有评定的月份',
  honour: (points: number) => `另行加分${formatPoints(points)}分，不占上面的分数`,
  noGrade: '格次在年底评议后评定，平时不分格次。',
  surplus: (points: number) => `奖励分超出全年上限${formatPoints(points)}分，照实记录`,
  blocks: { base: '基础分余额', task: '任务分', reward: '奖励分', honour: '另行加分' },
  months: '各月得分和上限',
  monthOf: (points: string, ceiling: string) => `${points}／${ceiling}`,
  why: '为什么是这个分',
  whyOf: (period: string) => `${formatMonth(period)}为什么是这个分`,
  noTrace: '这个月还没有评定，评定后可以看到每一步怎么算的。',
  proof: (hash: string) => `核对码：${hash}`,
  entries: '加减分明细',
  noEntries: '还没有加减分记录',
  columns: { date: '日期', item: '事项', amount: '加减', basis: '事由和依据', registeredBy: '登记人', meeting: '评定会议' },
  reversal: '更正（原记录保留）',
  onBehalf: '代填',
  objection: (lastDay: string, name: string, telephone: string) =>
    `有不同意见的，最晚${formatDate(lastDay)}向${name}提出，电话${telephone}。`,
  raise: '提出异议',
  noObjection: '现在不在公示期。发现差错的，请向支部或主管党组织反映。',
  signature: '本人签字',
  signatureDate: '日期',
  print: '打印积分单',
  year: '年份',
};

export const progressWords = {
  title: '各支部进度',
  subtitle: '逾期的排在前面；这里只看进度，不比分数。',
  columns: {
    branch: '党支部',
    period: '月份',
    applications: '应报／已报／代填／未报',
    objections: '异议和暂缓公示',
  },
  done: '已办',
  later: '未到',
  until: (day: string) => `${day}截止`,
  late: (day: string) => `已逾期，${day}截止`,
  objections: (objections: number, heldBack: number) =>
    [objections > 0 ? `异议${objections}` : '', heldBack > 0 ? `暂缓公示${heldBack}` : ''].filter(Boolean).join('，'),
  committee: '主管党组织',
  period: '月份',
  step: '步骤',
  onlyOverdue: '只看逾期的',
  reset: '重置',
  open: '进入',
  empty: '没有符合条件的支部',
  summary: (total: number, overdue: number) => `共${total}个，其中逾期${overdue}个`,
  remind: '催办',
  remindOf: (branch: string, period: string) => `催办${branch}${formatPeriod(period)}`,
  remindConfirm: (branch: string, period: string, step: string) =>
    `提醒${branch}还没有办${formatMonth(period)}${step}的同志？同一天里只提醒一次。`,
  reminded: (people: number) => (people > 0 ? `已提醒${people}人` : '今天已经提醒过'),
  lateTitle: '逾期的支部',
  lateCount: (count: number) => `共${count}个，先看最早逾期的`,
  lateStep: (step: string, day: string) => `${step}，${day}截止`,
  noneLate: '各支部都在期限以内',
  all: '查看各支部进度',
  counts: (due: number, applied: number, onBehalf: number, waiting: number) => `${due}／${applied}／${onBehalf}／${waiting}`,
};

export const deliveryWords = {
  title: '发送记录',
  subtitle: '邮件在工作日的办公时间发送，同一天的提醒合成一封；上级催办的随时发送。没有邮箱的同志用电话通知单。',
  branch: '党支部和月份',
  columns: { at: '时间', recipient: '收件人', subject: '内容', state: '状态', attempts: '次数', error: '原因' },
  empty: '这个月还没有发送记录',
  unnamed: '（姓名未知）',
};

export const telephoneWords = {
  title: '电话通知单',
  subtitle: '邮件送不到的同志，请打电话告知。号码只用于这次通知。',
  columns: { number: '序号', name: '姓名', telephone: '电话', subject: '通知事项', told: '通知情况' },
  empty: '没有需要电话通知的同志',
  noNumber: '没有登记，请当面告知',
  over: (count: number) => `已经办完或者过期，不用再通知的${count}条`,
};
