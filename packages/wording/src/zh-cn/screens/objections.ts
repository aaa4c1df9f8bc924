import { formatDate, formatInstant, formatPoints, objectionReceipt } from '../../format.ts';
import { componentNames, objectionWayNames } from '../names.ts';

type Component = 'base' | 'task' | 'reward';
type Entered = { way: keyof typeof objectionWayNames; enteredBy?: string | undefined };
type Objector = { kind: 'member' | 'outsider'; name?: string | undefined };

const amount = (component: Component, points: number) => `${component === 'base' ? '扣' : ''}${formatPoints(points)}分`;

/** Of somebody whose name is not told, nothing. */
function cameIn(name: string | undefined, entered: Entered | undefined): string {
  if (name === undefined) return '';
  if (!entered) return '（本人在系统提出）';
  const { way, enteredBy } = entered;
  return `（${objectionWayNames[way]}提出${enteredBy === undefined ? '' : `，${enteredBy}登记`}）`;
}

export const objectionWords = {
  title: '异议',
  none: '公示期内没有异议',
  raise: '提出异议',
  enter: '登记异议',
  component: '哪一项',
  member: '被提异议的同志',
  memberMissing: '请选择姓名',
  statement: '事实和理由',
  statementMissing: '请写明事实和理由',
  wish: { base: '认为应扣多少分（可以不填）', task: '认为应得多少分（可以不填）', reward: '认为应得多少分（可以不填）' },
  raiseHint: '只影响您指出的这一行：暂缓公示，其余名单照常上报。支部会书面答复您。',
  enterHint: '电话、当面、来信提出的，按原意登记。异议算提出人的，登记人可以答复；登记后请把回执交给提出人。',
  way: '怎样提出的',
  wayMissing: '请选择怎样提出的',
  from: '提出人',
  fromOptions: { member: '本支部党员', outsider: '支部以外的同志' },
  objector: '提出异议的同志',
  objectorMissing: '请选择提出异议的同志',
  outsider: '提出人姓名（不要写电话）',
  outsiderMissing: '请填写提出人姓名',
  about: (name: string, component: Component) => `${name}：${componentNames[component]}`,
  amount,
  raisedBy: ({ kind, name }: Objector, entered: Entered | undefined) =>
    `提出人：${name ?? (kind === 'member' ? '一名党员' : '支部以外的同志')}${cameIn(name, entered)}`,
  posted: (component: Component, posted: number | undefined, wish: number | undefined) =>
    [
      posted === undefined ? '' : `公示的${componentNames[component]}：${amount(component, posted)}`,
      wish === undefined ? '' : `提出人认为应当：${amount(component, wish)}`,
    ]
      .filter(Boolean)
      .join('；'),
  receipt: (period: string, number: number, at: number) => `${objectionReceipt(period, number)}，${formatInstant(at)}提出`,
  until: (lastDay: string) => `最晚${formatDate(lastDay)}书面答复`,
  answer: '书面答复',
  answerTitle: '书面答复异议',
  result: '处理结果',
  upheld: '异议成立，改分',
  rejected: '异议不成立，维持原分',
  answerText: '答复内容',
  answerMissing: '请写明答复内容',
  resultMissing: '请选择处理结果',
  changeMissing: '请填写改后的分数',
  newValue: '改后的分数',
  answerSubmit: '送出答复',
  answered: (at: number, by: string | undefined) => `${formatInstant(at)}${by === undefined ? '' : `由${by}`}答复`,
  changedTo: (component: Component, points: number) => `改为：${amount(component, points)}`,
  print: { open: '打印登记回执', answered: '打印答复单' },
  paper: {
    receiptTitle: (branch: string) => `${branch}异议登记回执`,
    answerTitle: (branch: string) => `${branch}异议答复单`,
    columns: ['事项', '原分', '核查', '改后分', '意见'],
    number: (period: string, number: number) => `回执号：${objectionReceipt(period, number)}`,
    raisedOn: (at: number) => `提出时间：${formatInstant(at)}`,
    wish: (component: Component, points: number) => `提出人认为应当：${amount(component, points)}`,
    keep: '请保存好这张回执，凭回执号询问办理情况。',
    receiptSignatures: ['登记人签字', '提出人签字', '日期'],
    answerSignatures: ['答复人签字', '提出人签收', '日期'],
  },
};
