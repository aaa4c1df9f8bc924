/** Items of the scoring standards, by the scheme's ids. */
export const deductionItemNames: Record<string, string> = {
  'unexcused-absence': '无故缺席组织生活',
  'late-dues': '未按时交纳党费',
  'study-not-completed': '未完成学习任务',
  'statement-against-party-line': '发表不当言论',
  'request-of-masses-ignored': '对群众诉求推诿不办',
  'criticised-by-organisation': '受到组织批评',
  'public-morals-failing': '违反社会公德',
  'gift-or-banquet-rule-failing': '违反操办酒席、收受礼品规定',
  'absence-from-post': '无故离岗',
  'no-report-to-community': '未到社区报到服务',
  'village-rule-failing': '违反村规民约',
  'away-without-contact': '外出未与支部联系',
  'workplace-rule-failing': '违反本单位规章制度',
  'dispute-with-customers': '与服务对象发生纠纷且有责任',
};

export const rewardItemNames: Record<string, string> = {
  'yearly-target-exceeded': '超额完成年度目标',
  'major-contribution': '作出重大贡献',
  'heroic-act': '见义勇为',
  'commendation-below-county': '县级以下表彰',
};

export const honourItemNames: Record<string, string> = {
  'county-level': '县级表彰',
  'city-level': '市级表彰',
  'province-level': '省级表彰',
  'national-level': '国家级表彰',
};

const taskItemNames: Record<string, string> = {
  task: '任务分',
  fulfilments: '本月承诺和任务',
  'stated-progress': '本月工作进展',
  decided: '评定的任务分',
};

type Named = { readonly title?: string | undefined; readonly items?: readonly { readonly item: string; readonly title: string }[] };

/** The name of an item: from the scheme, else from this catalogue. */
export function itemName(item: unknown, { title, items = [] }: Named = {}): string {
  const named = title ?? items.find((one) => one.item === item)?.title;
  if (named !== undefined) return named;
  if (typeof item !== 'string') return '其他事项';
  for (const names of [deductionItemNames, rewardItemNames, honourItemNames, taskItemNames]) {
    if (Object.hasOwn(names, item)) return names[item] ?? '其他事项';
  }
  return '其他事项';
}
