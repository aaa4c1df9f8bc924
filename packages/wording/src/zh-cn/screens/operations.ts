import type { OperationsFinding, PartName } from '@jifen/contracts';
import { type Facts, numberIn, textIn } from '../facts.ts';
import { nameIn } from '../names.ts';

const partNames: Readonly<Record<PartName, string>> = {
  console: '网页服务',
  member: '党员和组织服务',
  scoring: '积分服务',
  notification: '通知服务',
  'branch-worker': '支部流程执行程序',
  'member-worker': '党员流程执行程序',
};

const storeNames: Readonly<Record<string, string>> = {
  'document-store': '数据库',
  redis: '缓存和队列（Redis）',
  temporal: '流程引擎（Temporal）',
};
const checkNames: Readonly<Record<string, string>> = {
  store: '数据库',
  redis: '缓存和队列',
  temporal: '流程引擎',
  calendar: '工作日历',
  work: '接受任务',
  member: '党员和组织服务',
  scoring: '积分服务',
  notification: '通知服务',
};
const relayNames: Readonly<Record<string, string>> = {
  organisations: '组织变动',
  accounts: '账号变动',
  clocks: '业务日期',
  calendars: '工作日历',
  extensions: '延期',
  acts: '办理记录',
  branchMonths: '支部月份',
  countyMonths: '全县月份',
  schemeVersions: '评分方案',
  reminders: '提醒',
};
const taskQueueNames: Readonly<Record<string, string>> = {
  'jifen-branch': '支部流程',
  'jifen-member': '党员流程',
  'jifen-county': '全县开月',
};
const processNames: Readonly<Record<string, string>> = {
  branchMonth: '支部月度流程',
  memberMonth: '党员月度流程',
  publication: '公示流程',
  countyMonth: '全县开月流程',
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Durations as people say them: 40秒, 6分钟, 3小时, 2天. */
function formatDuration(ms: number): string {
  if (ms < minute) return `${Math.floor(ms / second)}秒`;
  if (ms < hour) return `${Math.floor(ms / minute)}分钟`;
  return ms < 24 * hour ? `${Math.floor(ms / hour)}小时` : `${Math.floor(ms / (24 * hour))}天`;
}

type Said = { title: string; act: string };

const named = (facts: Facts) => nameIn(partNames, textIn(facts, 'name'));
const waited = (facts: Facts) => formatDuration(numberIn(facts, 'oldestMs') ?? 0);
const counted = (facts: Facts, name: string) => numberIn(facts, name) ?? 0;
const queued = (facts: Facts) => nameIn(taskQueueNames, textIn(facts, 'queue'));

const findings: Readonly<Record<OperationsFinding['code'], (facts: Facts) => Said>> = {
  'part-silent': (facts) => ({
    title: `${named(facts)}未应答`,
    act: '请查看它是否在运行，查看日志的最后几行，再重新启动它。已经记录的内容不会丢失。',
  }),
  'part-mute': (facts) => ({
    title: `${named(facts)}在运行，但没有提供数字`,
    act: '多半是太忙，或者它用的数据库、流程引擎没有应答。一分钟后仍然这样，请查看它的日志。',
  }),
  'part-not-ready': (facts) => ({ title: `${named(facts)}还不能办理业务`, act: '刚启动的请等一分钟；一分钟后仍然这样，请查看它的日志。' }),
  'store-away': (facts) => ({
    title: `${nameIn(storeNames, textIn(facts, 'store'))}无法连接`,
    act: '请检查它是否在运行、磁盘是否已满、网络是否连通。恢复以后各服务会自己接着办。',
  }),
  'audit-behind': (facts) => ({
    title: `${named(facts)}的审计记录积压，最早一条已等${waited(facts)}`,
    act: '超过1分钟就会停止办理。请检查数据库是否变慢，再重新启动这个服务。',
  }),
  'relay-behind': (facts) => ({
    title: `${named(facts)}有${counted(facts, 'pending')}项“${nameIn(relayNames, textIn(facts, 'relay'))}”没有送出，最早一项已等${waited(facts)}`,
    act: '请先处理未应答或者无法连接的部分；都正常的，请查看这个服务的日志。送不出的会自动再送。',
  }),
  'queue-behind': (facts) => ({
    title: `邮件队列积压${counted(facts, 'waiting')}件，最早一件已等${waited(facts)}`,
    act: '请检查邮件服务器设置和每分钟发送上限。',
  }),
  'mails-retrying': (facts) => ({
    title: `有${counted(facts, 'count')}封邮件没有发出去，正在重试`,
    act: '请检查邮件服务器设置；急事请支部用电话通知单。',
  }),
  'mails-refused': (facts) => ({
    title: `最近一天有${counted(facts, 'count')}封邮件被拒收或者结果不明`,
    act: '请检查邮件服务器的拒收原因；收不到的同志请支部用电话通知单。',
  }),
  'nobody-polls': (facts) => ({
    title: `${queued(facts)}没有执行程序接受任务，积压${counted(facts, 'backlog')}件`,
    act: '请启动对应的流程执行程序。办理的内容已经记录，启动后自动接着办。',
  }),
  'tasks-behind': (facts) => ({
    title: `${queued(facts)}积压${counted(facts, 'backlog')}件任务`,
    act: '全县开月时属正常，几分钟内会降下来；一直不降的，请增加执行程序。',
  }),
  'part-slow': (facts) => ({
    title: `${named(facts)}反应慢，延迟${Math.round(counted(facts, 'delayMs'))}毫秒`,
    act: '请查看这台机器的处理器和内存是否用满。',
  }),
};

export const operationsFindingCodes = Object.keys(findings) as OperationsFinding['code'][];

/** The problem, and what to do about it. */
export const describeFinding = ({ code, facts }: OperationsFinding): Said => findings[code](facts);

export const operationsWords = {
  title: '运行状况',
  subtitle: '每10秒自动刷新；这里只有系统的数字，没有人员和分数。',
  readAt: (instant: string) => `读取时间：${instant}`,
  stale: '刚才没有刷新成功，下面是上一次的情况',
  allWell: '没有需要处理的情况',
  partNames,
  storeNames,
  checkNames,
  relayNames,
  taskQueueNames,
  processNames,
  duration: formatDuration,
  parts: '各部分',
  partColumns: { name: '部分', state: '状态', since: '运行时间', version: '版本', memory: '内存', delay: '延迟' },
  states: { ready: '正常', limited: '部分可用', unready: '还不能办理', alive: '在运行，数字暂缺', silent: '未应答' },
  lacking: (names: readonly string[]) => `未就绪：${names.join('、')}`,
  megabytes: (mb: number) => `${mb}兆`,
  milliseconds: (ms: number) => `${Math.round(ms)}毫秒`,
  stores: '存储和引擎',
  reachable: '连接正常',
  away: '无法连接',
  notTold: '暂不清楚',
  relays: '待送出的内容',
  relayColumns: { name: '内容', from: '所属', pending: '待送', oldest: '最早已等' },
  auditRecords: '审计记录',
  queue: '邮件队列',
  queueCounts: { waiting: '等候', active: '正在发', delayed: '稍后', failed: '失败' },
  queueOldest: (age: string) => `最早一件已等${age}`,
  mails: '邮件',
  mailsHint: '待发送和发送中的是现在的数，其余是最近一天的数。办公时间以外，待发送的等到办公时间再发。',
  retrying: '重试中',
  processes: '流程任务',
  taskColumns: { queue: '任务队列', kind: '种类', backlog: '积压', pollers: '执行程序' },
  taskKinds: { workflow: '流程', activity: '动作' },
  open: '进行中的流程',
  missing: '这部分数字暂时取不到',
  noneWaiting: '没有',
};
