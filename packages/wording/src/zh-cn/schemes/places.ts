const parts: Readonly<Record<string, string>> = {
  format: '格式',
  id: '编号',
  version: '版次',
  title: '名称',
  places: '小数位数',
  year: '考核年度',
  classes: '党员类别',
  plans: '月度计划',
  pledges: '承诺种类',
  score: '计分',
  apart: '另行计分',
  sameDeed: '同一事迹',
  grading: '格次',
  grades: '格次名称',
  tables: '分数段表',
  bands: '分数段',
  lists: '分档名单',
  overrides: '直接认定',
  quotas: '名额',
  ladders: '措施',
  rungs: '措施',
  proposals: '建议',
  latitude: '可细化事项',
  policies: '办理规则',
  measure: '计分依据',
  options: '选项',
  levels: '级别',
  rates: '完成程度',
  electorates: '投票群体',
  range: '填写范围',
  each: '逐条调整',
  adjust: '调整',
  rows: '分档',
  bounds: '上下限',
  caps: '期内上限',
  when: '条件',
  condition: '条件',
  effect: '结果',
  weight: '权重',
  in: '区间',
  value: '分值',
  by: '倍数',
};

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

const titleOf = (value: unknown): string | undefined => {
  const title = child(value, 'title');
  return typeof title === 'string' && title !== '' ? title : undefined;
};

/** The place of a path in a scheme, by titles: 年度积分 › 任务分 › 上下限. */
export function placeInScheme(scheme: unknown, path: string): string {
  const names: string[] = [];
  let value = scheme;
  for (const key of path.split('/').slice(1)) {
    value = child(value, key);
    const title = titleOf(value);
    if (title !== undefined) names.push(title);
    else if (/^\d+$/.test(key)) names.push(`第${Number(key) + 1}项`);
    else if (key !== 'parts' && key !== 'part') names.push(parts[key] ?? '');
  }
  return names.filter((name, index) => name !== '' && name !== names[index - 1]).join(' › ') || '整个方案';
}
