import type { ActAnswer, BranchMonthStageName, DecisionKind, RoleName, SectorName, WaitedStep } from '@jifen/contracts';

/** The steps on screen, verbatim: ③ to ⑧ of the regulation. */
export const stepNames = ['党员申请', '考核登记', '支委会初评', '党员大会评定', '公示登记', '上报备案'] as const;
export const stepMarks = ['③', '④', '⑤', '⑥', '⑦', '⑧'] as const;
/** The number of the first of them. */
export const firstMark = 3;

export const stageNames: Record<BranchMonthStageName, string> = {
  applying: '党员申请',
  registering: '考核登记',
  reviewing: '支委会初评',
  meeting: '党员大会评定',
  posting: '公示登记',
  publicity: '公示中',
  filing: '上报备案',
  filed: '已备案',
  closed: '本月已办结',
};

export const waitedStepNames: Record<WaitedStep, string> = {
  application: '党员申请',
  registration: '考核登记',
  review: '支委会初评',
  meeting: '党员大会评定',
  posting: '公示登记',
  publicity: '公示',
  filing: '上报备案',
  'return-window': '备案退回期',
  objection: '异议答复',
};

export const roleNames: Record<RoleName, string> = {
  member: '党员',
  recorder: '记录员',
  'committee-member': '支部委员',
  secretary: '支部书记',
  'supervising-committee': '主管党组织',
  'county-organisation-department': '县委组织部',
  'township-clerk': '乡镇经办人',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
};

export const sectorNames: Record<SectorName, string> = {
  'public-institution': '党政机关企事业单位',
  'village-community': '农村（社区）',
  'new-organisation': '两新组织',
};

export const entryNames = { unconfirmed: '代填（待本人确认）', confirmed: '代填（本人已确认）' } as const;

export const applicationStateNames = {
  waiting: '未报',
  applied: '已报',
  'on-behalf': entryNames.unconfirmed,
  late: '逾期补报',
  absent: '本人未申报',
} as const;

export const leavingNames = { death: '去世', expulsion: '开除党籍', transfer: '转出组织关系' } as const;
export const standingNames = { full: '正式党员', probationary: '预备党员', 'on-probation-within-party': '留党察看' } as const;
export const standingChangeNames = { ...standingNames, ...leavingNames } as const;
export const memberClassNames = { 'with-post': '在职党员', 'without-post': '无职党员' } as const;
export const fulfilmentNames = { done: '完成', 'partly-done': '部分完成', 'not-done': '未完成' } as const;
export const componentNames = { base: '基础分', task: '任务分', reward: '奖励分', honour: '另行加分' } as const;

export const pledgeKindNames: Record<string, string> = {
  common: '共性承诺',
  post: '岗位承诺',
  practical: '实事承诺',
  'self-discipline': '自律承诺',
  'year-target': '年度目标任务',
  'superior-task': '上级交办任务',
  'unit-work': '本单位工作',
};

export const sheetMonthStateNames = {
  none: '未开始',
  open: '办理中',
  'in-publicity': '公示中',
  settled: '已备案',
  'held-back': '暂缓公示',
} as const;

export const publicationStatusNames = {
  posting: '待公示',
  publicity: '公示中',
  filing: '待上报备案',
  filed: '已备案',
  closed: '已办结',
  returned: '退回补正',
} as const;

export const objectionWayNames = { telephone: '电话', 'in-person': '当面', letter: '来信' } as const;
export const objectionStatusNames = { open: '待书面答复', upheld: '异议成立', rejected: '异议不成立' } as const;
export const reasonStepNames = { registration: '登记', review: '初评', meeting: '评定', objection: '异议答复' } as const;

export const actKindNames: Record<DecisionKind | 'application' | 'object' | 'withdraw-application' | 'confirm-entry', string> = {
  application: '积分申报',
  'withdraw-application': '撤回修改',
  'confirm-entry': '确认代填内容',
  register: '考核登记',
  review: '支委会初评',
  'review-own-line': '本人回避的另行初评',
  'record-meeting': '录入会议结果',
  post: '张贴公示',
  object: '提出异议',
  'answer-objection': '书面答复',
  file: '上报备案',
  receive: '出具备案回执',
  return: '退回补正',
  withdraw: '撤回',
};

export const actStatusNames: Record<ActAnswer['status'], string> = {
  pending: '已记录，正在送达',
  effective: '已生效',
  refused: '未办成',
  withdrawn: '已撤回',
};

export const mailStateNames = {
  queued: '待发送',
  sending: '发送中',
  sent: '已发送',
  rejected: '被拒收',
  unknown: '结果不明',
  'no-longer-due': '事已办结，未再发送',
  'no-address': '没有邮箱，请电话通知',
} as const;

/** A name from a catalogue, or the word for an unknown one. */
export function nameIn(catalogue: Readonly<Record<string, string>>, key: unknown): string {
  return (typeof key === 'string' && Object.hasOwn(catalogue, key) ? catalogue[key] : undefined) ?? '其他';
}
