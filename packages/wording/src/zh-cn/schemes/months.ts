import type { FindingCode } from '@jifen/domain';
import { fulfilmentNames, nameIn } from '../names.ts';
import type { Say, Values } from './findings.ts';

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
export const monthProposals: Partial<Readonly<Record<FindingCode, Say>>> = {
  'part-missing-for-months': ({ part = '' }) => parts[part] ?? '补上这一部分',
  'part-unfit-for-months': ({ part = '' }) => parts[part] ?? '照示范细则的写法改',
  'item-unfit-for-months': ({ sign = '' }) =>
    `${items[sign] ?? '改为按次计数，或者逐条填写分值'}；项目自己的上限、按次以外的折算、限定类别都删去，封顶写在整个部分上`,
  'policy-not-followed': () => '改为只暂缓公示有异议的那一条，其他人的积分照常公示、上报',
  'rate-missing-for-months': ({ rate }) => `在承诺的完成程度中补上“${nameIn(fulfilmentNames, rate)}”一档，写明0到1之间的比例`,
};
