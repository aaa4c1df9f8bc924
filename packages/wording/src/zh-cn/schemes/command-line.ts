import { figureText } from './numbers.ts';

type Values = Readonly<Record<string, string>>;

const unusable: Readonly<Record<string, (values: Values) => string>> = {
  'cannot-be-read': () => '文件无法读取，请检查路径',
  'too-large': (v) => `文件超过${v.megabytes}兆，不予读取`,
  'too-deep': (v) => `嵌套超过${v.levels}层，不予读取`,
  'not-json': () => '不是合格的JSON文件',
  'duplicate-key': (v) => `“${v.key}”写了两次`,
  'unknown-construct': (v) => `没有“${v.value}”这种写法`,
  'unknown-field': (v) => `多了不认识的内容：${v.keys}`,
  'wrong-type': (v) => `写的是${v.value}，类型不对`,
  'wrong-value': (v) => `“${v.value}”不符合格式`,
  'field-missing': () => '缺少必填内容',
};

const bases: Values = {
  points: '由积分对应',
  override: '直接认定',
  'not-graded': '计分，不定格次',
  'appraisal-alone': '免予积分满规定月数，格次只由民主评议产生',
  incomplete: '数据不完整或有待商定，暂不定格次',
  'year-not-over': '年度未满，只有累计，没有格次',
  'no-grades': '办法没有设格次',
};

/** The texts of the command line. */
export const commandLineWords = {
  unusable: (code: string, values: Values) => `${unusable[code]?.(values) ?? '内容无法使用'}。`,
  at: (file: string, path: string, sentence: string) => `${file}${path === '' ? '' : ` ${path}`}：${sentence}`,
  severity: { error: '错误', warning: '提醒' },
  total: (total: string | null) => `合计：${figureText(total)}`,
  computed: (computed: string | null) => `原计算：${figureText(computed)}`,
  grade: (title: string | null, basis: string) => `格次：${title ?? '无'}（${bases[basis] ?? basis}）`,
  listed: (list: string, period: string, band: string) => `${list}（${period}）：${band}`,
  proposal: (title: string) => `建议（由组织研究决定）：${title}`,
  setAside: (entry: string, counts: string) => `未计入：记录${entry}（同一事迹已按记录${counts}计）`,
  conflict: (sentence: string) => `待商定：${sentence}`,
  nothingFound: '没有发现问题。',
  adoptable: (may: boolean) => (may ? '以上提醒由制定单位斟酌；没有必须改正的错误。' : '有必须改正的错误，改正以前不得采用。'),
  compared: (what: string, before: string | null, after: string | null) => `${what}：${figureText(before)} → ${figureText(after)}`,
  comparedTotal: '合计',
  comparedGrade: (before: string, after: string) => `格次：${before} → ${after}`,
  noGrade: '无',
  whatIf: {
    members: (members: number, higher: number, lower: number, same: number) =>
      `共${members}人：提高${higher}人，降低${lower}人，不变${same}人`,
    both: (what: string, { present, draft }: { readonly present: number; readonly draft: number }) => `${what}：${present}人 → ${draft}人`,
    change: (from: string, to: string, count: number) => `格次${from} → ${to}：${count}人`,
    affected: (member: string, before: string, after: string, difference: string) => `${member}：${before} → ${after}（变化${difference}）`,
    twice: (member: string) => `${member}的记录给了两份。`,
  },
  same: '两个办法算出的结果相同。',
  usage: `用法（FILE 可写文件名，或用 - 表示标准输入）：
  npm run jifen -- scheme lint FILE [--json]                            检查办法，列出问题和建议
  npm run jifen -- scheme evaluate SCHEME FACTS [--json] [--explain]   按办法计分
  npm run jifen -- scheme compare OLD NEW FACTS [--json]                同一批记录按两个办法各算一遍
  npm run jifen -- scheme what-if OLD NEW FACTS… [--json]              许多人的记录按两个办法各算一遍，列出分布和变化
  npm run jifen -- scheme refine SCHEME REFINEMENT                      在上级办法允许的范围内细化，输出细化后的办法
  npm run jifen -- scheme schema [facts|refinement]                     输出文件格式（JSON Schema）
结束码：0 正常；1 有待商定的事项或检查有发现；2 输入无法使用。
`,
} as const;
