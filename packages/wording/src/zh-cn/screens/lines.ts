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
  evidenceMissing: '请写明依据',
};

export const registrationWords = {
  title: '考核登记',
  hint: '申请和出勤已经填好。核对任务分，有扣分、加分的点开填写。回车或上下键换行。',
  columns: { name: '姓名', class: '类别', claimed: '申请', task: '任务分', entries: '扣分和奖励', note: '说明' },
  taskOf: (name: string) => `${name}的任务分`,
  noteOf: (name: string) => `${name}的说明`,
  fillIn: '填写',
  entriesOf: (name: string) => `填写${name}的扣分和奖励`,
  changed: '与申请不同',
  submit: (count: number) => `提交登记（${count}人）`,
  confirm: (count: number) => `共登记${count}人。提交后转入支委会初评。确定提交吗？`,
};
