import { type Facts, numberIn, pointsText, textIn } from './facts.ts';
import { itemName } from './items.ts';
import { fulfilmentNames, nameIn, pledgeKindNames } from './names.ts';

type Explain = (values: Facts) => string;

const signed = (value: unknown) => {
  const text = pointsText(value);
  return text.startsWith('-') ? text : `+${text}`;
};

const percent = (value: unknown) => `${pointsText(typeof value === 'number' ? value * 100 : value)}%`;

const explanations: Readonly<Record<string, Explain>> = {
  'base-entry': (v) => `基础分：${itemName(v.item, { title: textIn(v, 'title') })}，${signed(v.amount)}分`,
  'task-pledge': (v) =>
    `${nameIn(pledgeKindNames, v.kind)}（分值${numberIn(v, 'weight') ?? 1}）：${nameIn(fulfilmentNames, v.rate)}，按${percent(v.percent)}计`,
  'task-points': (v) =>
    `任务分${pointsText(v.points)} = 本月上限${pointsText(v.ceiling)}分 × 各项（分值 × 完成比例）之和 ÷ 分值合计${numberIn(v, 'weight') ?? 1}`,
  'task-progress-stated': (v) =>
    `任务分${pointsText(v.points)} = 本月上限${pointsText(v.ceiling)}分 × 支部登记的工作进展${percent(v.percent)}`,
  'task-decided': (v) => `任务分${pointsText(v.points)}：由支部评定（本月上限${pointsText(v.ceiling)}分）`,
  'task-not-applied': (v) => `任务分：本人未申报，没有记分；本月上限${pointsText(v.ceiling)}分照常计入同期满分`,
  'reward-entry': (v) => `奖励分：${itemName(v.item, { title: textIn(v, 'title') })}，${signed(v.amount)}分`,
  'honour-entry': (v) => `另行加分：${itemName(v.item, { title: textIn(v, 'title') })}，${signed(v.amount)}分，不占奖励分`,
  'month-total': (v) => `本月合计${pointsText(v.total)}分 = 基础分扣分 + 任务分 + 奖励分`,
  'year-to-date': (v) => `全年累计${pointsText(v.total)}分，同期满分${pointsText(v.possibleMaximum)}分`,
  'base-below-floor': (v) => `基础分已经扣完，多扣的${pointsText(v.amount)}分年底不再计`,
  'task-surplus': (v) => `任务分超出全年上限${pointsText(v.amount)}分，照实记录，年底不计`,
  'reward-surplus': (v) => `奖励分超出全年上限${pointsText(v.amount)}分，照实记录，年底不计`,
};

export const traceCodes: readonly string[] = Object.keys(explanations);

/** One step of the answer to "why this number". */
export function traceSentence(step: { code: string; values: Facts }): string {
  const explain = Object.hasOwn(explanations, step.code) ? explanations[step.code] : undefined;
  return explain ? explain(step.values) : '其他计分事项';
}
