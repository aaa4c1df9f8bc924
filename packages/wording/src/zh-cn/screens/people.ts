import { formatDate } from '../../format.ts';

export const peopleWords = {
  title: '党员变动',
  open: '党员变动',
  roster: '党员名册',
  hint: '由乡镇经办人或者上级党组织按文件记录。记录以后不能收回；记错的，请报上级处理。',
  columns: { number: '序号', name: '姓名', standing: '党籍', change: '变动' },
  left: (because: string, on: string) => `${formatDate(on)}${because}`,
  record: '记录变动',
  recordFor: (name: string) => `记录${name}同志的变动`,
  leavingHint: '去世、开除党籍、转出组织关系的，不再参加没有评定的月份；党员大会已经评定的，照原样公示、备案。',
  standing: '变动',
  standingMissing: '请选变动',
  on: '日期',
  onMissing: '请选日期',
  document: '文号或者依据',
  documentHint: '例如：莲湖镇党委〔2026〕12号',
  documentMissing: '请写明文号或者依据',
  give: '记录',
  confirm: (name: string, change: string, { on, document }: { on: string; document: string }) =>
    `${name}同志${formatDate(on)}${change}，依据：${document}。记录以后不能收回。`,
  recorded: (name: string) => `${name}同志的变动已经记录`,
  post: {
    record: '记录换任',
    hint: '从任职的日期起，由新任的同志办理，包括已经开始的月份；原来的同志不再办理。',
    role: '职务',
    roleMissing: '请选职务',
    holder: '新任的同志',
    holderMissing: '请选新任的同志',
    replaces: '接替的委员（没有就不用选）',
    from: '任职日期',
    fromMissing: '请选任职日期',
    until: '任期到',
    untilMissing: '请选任期结束的日期',
    confirm: ({ from, until, document }: { from: string; until: string; document: string }, role: string, name: string) =>
      `自${formatDate(from)}起，${role}由${name}同志担任，任期到${formatDate(until)}，依据：${document}。`,
    recorded: '换任已经记录',
    roles: { secretary: '党支部书记', recorder: '记录员', 'deputy-recorder': '副记录员', 'committee-member': '支部委员' },
  },
  leftInMonth: (leavers: readonly { name: string; because: string; on: string }[]) =>
    `本月离开的同志：${leavers.map(({ name, because, on }) => `${name}，${formatDate(on)}${because}`).join('；')}。`,
};
