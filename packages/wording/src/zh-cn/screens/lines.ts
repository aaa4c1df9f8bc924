import { formatPoints } from '../../format.ts';

type Grounds = { basis?: string | undefined; evidence?: string | undefined };

export const lineWords = {
  title: (name: string) => `${name}的分数`,
  task: '任务分',
  taskHint: (ceiling: number) => `本月上限${formatPoints(ceiling)}分`,
  deductions: '基础分扣分',
  rewards: '奖励分',
  item: '事项',
  amount: '分数',
  basis: '事由',
  evidence: '依据（文件名称、文号或者证明人）',
  /** What an entry is for, then what proves it. */
  grounds: ({ basis, evidence }: Grounds): string | undefined =>
    basis === undefined ? evidence : evidence === undefined ? basis : `${basis}，${evidence}`,
  addDeduction: '添加扣分',
  addReward: '添加奖励',
  reason: '调整理由',
  reasonMissing: '请写明调整理由',
  reasonHint: '改动了前一步的分数，就要写明理由，公示和积分单上都能看到。',
  before: (text: string) => `前一步：${text}`,
  apply: '确定',
  sample: '（示例值）',
  taskMissing: '请填写任务分',
  itemMissing: '请选择事项',
  amountMissing: '请填写分数',
  basisMissing: '请写明事由或者依据',
  togetherAtMost: (limit: number) => `扣分合计不能超过基础分${formatPoints(limit)}分`,
  evidenceMissing: '请写明依据',
};

const paste = {
  title: '核对粘贴的内容',
  columns: { name: '姓名', task: '任务分', note: '说明', check: '核对' },
  line: (at: number) => `第${at}行`,
  change: (now: string, pasted: string) => (now === '' || now === pasted ? pasted : `${now} → ${pasted}`),
  good: '可以填入',
  summary: ({ all, good, nowhere }: { all: number; good: number; nowhere: number }) =>
    [
      `共${all}行，${good}行没有问题`,
      all - good - nowhere > 0 ? `${all - good - nowhere}行填入后还要改正` : '',
      nowhere > 0 ? `${nowhere}行对不上人，不填入` : '',
    ]
      .filter(Boolean)
      .join('；'),
  extraColumns: (count: number) => `右边多出${count}列，不填入。`,
  apply: (count: number) => `填入${count}行`,
  unknown: '名单里没有这个人',
  twice: '粘贴的内容里有两行',
  sameName: '名单里有同名的人，请手工填写',
  noRow: '下面没有人了',
  notFilledIn: (count: number) => `粘贴的内容里有${count}行没有填入，请手工核对`,
  left: (called: string, text: string, why: string) => `${called} ${text}（${why}）`,
};

export const registrationWords = {
  title: '考核登记',
  hint: '申请和出勤已经填好。核对任务分，有扣分、加分的点开填写。与申请不同的，在“说明”里写明理由。回车或上下键换行，Ctrl加回车到提交按钮；可以从电子表格里复制一列或几列（带姓名的按姓名对应），粘贴进来。',
  columns: { name: '姓名', class: '类别', claimed: '申请', task: '任务分', entries: '扣分和奖励', note: '说明' },
  taskOf: (name: string) => `${name}的任务分`,
  noteOf: (name: string) => `${name}的说明`,
  fillIn: '填写',
  entriesOf: (name: string) => `填写${name}的扣分和奖励`,
  noteAsked: (applied: boolean) => `${applied ? '与申请不同' : '本人未申报'}，请写明理由`,
  noteMissing: '请写明理由',
  paste,
  submit: (count: number) => `提交登记（${count}人）`,
  confirm: (count: number) => `共登记${count}人。提交后转入支委会初评。确定提交吗？`,
};
