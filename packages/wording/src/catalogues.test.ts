import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { todoKind } from '@jifen/contracts';
import {
  countyTodoKinds,
  describeCountyTodo,
  describeFinding,
  describeTodo,
  groupNotice,
  noticeTemplates,
  noticeTitle,
  operationsFindingCodes,
  refusalCodes,
  refusalSentence,
  renderDigest,
  renderNotice,
  schemeCodes,
  traceCodes,
  traceSentence,
  words,
} from './index.ts';

const here = import.meta.dirname;
const otherwise = '没有办成。请刷新页面看看现在的情况，再试一次；仍然不行，请告诉管理员。';

const facts = {
  at: Date.UTC(2026, 10, 20, 8),
  until: Date.UTC(2026, 10, 20, 16),
  since: Date.UTC(2026, 10, 20, 16),
  opensAt: Date.UTC(2026, 9, 25),
  lastDay: '2026-11-20',
  period: '2026-10',
  step: 'registration',
  stage: 'reviewing',
  status: 'meeting',
  role: 'secretary',
  item: 'late-dues',
  ceiling: 600,
  from: 500,
  to: 600,
  total: 6900,
  expected: 7000,
  month: 2,
  count: 3,
  waiting: 2,
  needed: 14,
  inFavour: 13,
  present: 12,
  year: 2027,
  retryAfterSeconds: 600,
  missing: ['practical', 'self-discipline'],
  memberIds: ['member-0001'],
  memberId: 'member-0001',
  code: 'stale-roster',
};

const traceValues = {
  item: 'major-contribution',
  kind: 'practical',
  rate: 'partly-done',
  percent: '60',
  weight: 4,
  points: '4.5',
  amount: '-0.5',
  ceiling: '6',
  total: '52',
  possibleMaximum: '55',
};

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const codesOf = (sources: string[]) =>
  new Set(sources.flatMap((source) => [...source.matchAll(/\bcode: '([a-z-]+)'/g)].map((m) => m[1] ?? '')));

describe('refusals', () => {
  it('every reason that the regulation knows has a sentence', () => {
    const known = new Set([...refusalCodes, ...traceCodes, ...schemeCodes]);
    const missing = [...codesOf(sourcesUnder(join(here, '../../domain/src')))].filter((code) => !known.has(code));
    expect(missing).toEqual([]);
  });

  it.each(['member', 'scoring', 'notification'])('every reason that %s may answer has a sentence', (service) => {
    const source = readFileSync(join(here, '../../../services', service, 'src/problems.ts'), 'utf8');
    const codes = [...source.matchAll(/case '([a-z-]+)'/g)].map((match) => match[1] ?? '');
    expect(codes.filter((code) => !refusalCodes.includes(code))).toEqual([]);
  });

  it.each(refusalCodes)('%s is said in plain Chinese, with and without its facts', (code) => {
    for (const sentence of [refusalSentence(code, facts), refusalSentence(code)]) {
      expect(sentence).toMatch(/。$/);
      expect(sentence).not.toMatch(/[A-Za-z]|undefined|NaN/);
    }
  });

  it('an unknown code still says what to do', () => {
    expect(refusalSentence('never-heard-of', {})).toBe(otherwise);
    expect(refusalSentence('constructor', {})).toBe(otherwise);
  });

  it('facts stand in the sentence', () => {
    expect(refusalSentence('decided-by-another', { at: Date.UTC(2026, 10, 20, 8) })).toBe(
      '另一位同志已经于2026年11月20日（周五）16:00办理了这一步，您这次的没有记录。请刷新页面，看办理结果。',
    );
    expect(refusalSentence('publicity-not-over', { until: Date.UTC(2026, 10, 20, 16) })).toBe(
      '公示期还没有满（到2026年11月20日（周五）为止），现在不能上报。请等公示期满。',
    );
    expect(refusalSentence('exceeds-ceiling', { ceiling: 550 })).toBe('任务分超过了本月上限5.5分。请改到上限以内。');
  });
});

describe('why this number', () => {
  it.each(traceCodes)('%s is said in plain Chinese', (code) => {
    expect(traceSentence({ code, values: traceValues })).not.toMatch(/[A-Za-z]|undefined|NaN/);
  });

  it('every step of the domain has its sentence', () => {
    const source = readFileSync(join(here, '../../domain/src/evaluation/sheet.ts'), 'utf8');
    const codes = [...source.matchAll(/\| '([a-z-]+)'/g)].map((match) => match[1] ?? '');
    expect(codes.filter((code) => !traceCodes.includes(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(10);
  });

  it('the task points show how they come about', () => {
    expect(traceSentence({ code: 'task-points', values: { points: '5.52', ceiling: '6', weight: 5 } })).toBe(
      '任务分5.52 = 本月上限6分 × 各项（分值 × 完成比例）之和 ÷ 分值合计5',
    );
    expect(traceSentence({ code: 'base-entry', values: { item: 'forest-guard', title: '未参加护林', amount: '-0.75' } })).toBe(
      '基础分：未参加护林，-0.75分',
    );
    expect(traceSentence({ code: 'task-pledge', values: { kind: 'practical', weight: 2, rate: 'partly-done', percent: '60' } })).toBe(
      '实事承诺（分值2）：部分完成，按60%计',
    );
  });
});

describe('notices', () => {
  it.each(noticeTemplates)('%s has subject and text without a Latin letter', (template) => {
    const notice = renderNotice(template, facts, { branch: '东湾村党支部', recipient: '张三' });
    expect(notice.subject.length).toBeGreaterThan(4);
    expect(notice.text).toMatch(/^张三同志：\n\n/);
    expect(`${notice.subject}${notice.text}`).not.toMatch(/[A-Za-z]|undefined/);
  });

  it('a reminder says what, where and until when', () => {
    const notice = renderNotice('reminder', facts, { branch: '东湾村党支部' });
    expect(notice).toEqual({
      subject: '提醒：东湾村党支部10月考核登记还没有办',
      text: '东湾村党支部10月的考核登记还没有办，截止2026年11月20日（周五），这是第三次提醒。已经办了的，不用理会。',
    });
    expect(renderNotice('reminder', { ...facts, count: 1 }, { branch: '东湾村党支部' }).text).toBe(
      '东湾村党支部10月的考核登记还没有办，截止2026年11月20日（周五）。已经办了的，不用理会。',
    );
    expect(renderNotice('escalation', { ...facts, count: 12 }, { branch: '东湾村党支部' }).text).toBe(
      '东湾村党支部10月的考核登记逾期没有办，截止2026年11月20日（周五），报请上级协调（第12次提醒）。请与支部联系，了解情况。',
    );
  });

  it('in a list a reminder says which it is', () => {
    expect(noticeTitle('reminder', { ...facts, count: 2 }, '东湾村党支部')).toBe('提醒：东湾村党支部10月考核登记还没有办（第二次提醒）');
    expect(noticeTitle('reminder', { ...facts, count: 1 }, '东湾村党支部')).toBe('提醒：东湾村党支部10月考核登记还没有办');
  });

  it('a member is told of their own claim, in the word of the form', () =>
    expect(renderNotice('reminder', { ...facts, step: 'application', count: 1 }, { branch: '东湾村党支部' })).toEqual({
      subject: '提醒：10月积分申报还没有提交',
      text: '您10月的积分申报还没有提交，截止2026年11月20日（周五）。已经提交的，不用理会；不方便上网的，请记录员代填。',
    }));

  it('a digest says each thing in a line: branch, month, step, last day and which reminder it is', () => {
    const items = [
      { template: 'reminder' as const, facts: { ...facts, count: 3 }, branch: '东湾村党支部' },
      { template: 'escalation' as const, facts: { ...facts, step: 'review', count: 1 }, branch: '西山村党支部' },
    ];
    expect(renderDigest(items, { recipient: '张三', link: 'https://jifen.invalid' })).toEqual({
      subject: '积分管理提醒：有2件事请您办理或者了解',
      text: [
        '张三同志：',
        '',
        '今天有2件事请您办理或者了解，已经办了的不用理会：',
        '',
        '1．东湾村党支部10月考核登记还没有办，截止2026年11月20日（周五）（第三次提醒）',
        '2．报请协调：西山村党支部10月支委会初评，截止2026年11月20日（周五）',
        '',
        '登录办理：https://jifen.invalid',
      ].join('\n'),
    });
  });

  it('the group message counts, but names nobody and carries no score', () => {
    expect(groupNotice('applying', { branch: '东湾村党支部', period: '2026-10', lastDay: '2026-11-17', waiting: 2 })).toBe(
      '【东湾村党支部】10月积分管理：积分申报正在进行，截止2026年11月17日（周二）。还有2位同志没有报，请抽三分钟填一下；不方便上网的，请记录员代填。',
    );
  });
});

describe('a reminder by hand', () => {
  it('is asked for with branch, month and step, and answered with the number of people notified', () => {
    expect(words.progress.remindConfirm('东湾村党支部', '2026-10', '考核登记')).toBe(
      '提醒东湾村党支部还没有办10月考核登记的同志？同一天里只提醒一次。',
    );
    expect(words.progress.remindOf('东湾村党支部', '2026-10')).toBe('催办东湾村党支部2026年10月');
    expect([words.progress.reminded(1), words.progress.reminded(0)]).toEqual(['已提醒1人', '今天已经提醒过']);
  });
});

describe('an extension for all branches', () => {
  const { standing, reach, moved, confirm } = words.extension.all;

  it('says between which days the step is due, and how many branches it concerns', () => {
    expect(standing('2026-10-16', '2026-10-16')).toBe('现在的截止日是2026年10月16日（周五）。');
    expect(standing('2026-10-16', '2026-10-20')).toBe('现在的截止日从2026年10月16日（周五）到2026年10月20日（周二）不等。');
    expect([reach(2, 0), reach(2, 6)]).toEqual(['还没有办完这一步的支部2个。', '还没有办完这一步的支部2个，已经办完的6个不受影响。']);
    expect([moved(2, 2), moved(1, 2), moved(0, 2)]).toEqual([
      '新的截止日对这2个支部都有效。',
      '其中1个支部的截止日会改变，其余支部的截止日本来就不早于这一天。',
      '这些支部的截止日本来就不早于新的截止日，请选更晚的工作日。',
    ]);
    expect(confirm('2026-09', '考核登记', '2026-10-20', 2)).toBe(
      '把全县2026年9月考核登记的截止日延到2026年10月20日（周二），涉及2个支部。延期以后不能收回，只能再往后延。',
    );
  });
});

describe('problems shown to an operator', () => {
  const about = { name: 'scoring', store: 'temporal', relay: 'acts', queue: 'jifen-branch', kind: 'workflow' };
  const numbers = { pending: 3, oldestMs: 360_000, waiting: 120, count: 2, backlog: 7, delayMs: 812.4 };

  it.each(operationsFindingCodes)('%s says what is the matter and what to do', (code) => {
    const { title, act } = describeFinding({ code, facts: { ...about, ...numbers } });
    expect(`${title}${act}`.replaceAll(/Redis|Temporal/g, '')).not.toMatch(/[A-Za-z]|undefined|NaN|其他/);
    expect(act).toMatch(/^.*(请|正常).*。$/);
  });

  it('counts and says how long', () => {
    expect(describeFinding({ code: 'queue-behind', facts: numbers })).toEqual({
      title: '邮件队列积压120件，最早一件已等6分钟',
      act: '请检查邮件服务器设置和每分钟发送上限。',
    });
    expect(describeFinding({ code: 'relay-behind', facts: { ...about, ...numbers } }).title).toBe(
      '积分服务有3项“办理记录”没有送出，最早一项已等6分钟',
    );
  });

  it.each([
    [0, '0秒'],
    [59_999, '59秒'],
    [60_000, '1分钟'],
    [3_599_999, '59分钟'],
    [3_600_000, '1小时'],
    [86_399_999, '23小时'],
    [86_400_000, '1天'],
  ])('%d milliseconds are %s', (ms, said) => expect(words.operations.duration(ms)).toBe(said));
});

describe('to-dos', () => {
  it.each(todoKind.options)('%s has a title, a button and its deadline', (kind) => {
    const todo = {
      key: 'k',
      kind,
      branchId: 'b',
      branchName: '东湾村党支部',
      period: '2026-10',
      round: 1,
      lastDay: '2026-11-20',
      overdue: false,
    };
    const described = describeTodo({ ...todo, facts: { code: 'stale-roster' } });
    expect(described.deadline).toBe('截止2026年11月20日（周五）');
    expect(`${described.title}${described.action}`).not.toMatch(/[A-Za-z]|undefined|其他/);
  });
});

describe('to-dos of the county', () => {
  it.each(countyTodoKinds)('%s has a title, a hint and a button', (kind) => {
    const { title, hint, action } = describeCountyTodo({ kind, year: 2027 });
    expect(title).toContain('2027年工作日历');
    expect(`${title}${hint}${action}`).not.toMatch(/[A-Za-z]|undefined/);
  });
});

describe('the calendar', () => {
  it('names the kind of a day, and of a changed day the kind before', () => {
    expect(words.calendar.day('2026-10-10', 'make-up')).toBe('10月10日（周六）调休上班日');
    expect(words.calendar.change('2026-11-18', 'working', 'holiday')).toBe('2026年11月18日（周三）：工作日改为法定节假日');
    expect(words.calendar.effect).toBe('保存后会改变未结束月份的期限：还没有办完的步骤，截止日和提醒按新的日历重新计算。');
  });

  it('says who changed it first, and which day has two kinds', () => {
    expect(refusalSentence('calendar-changed-meanwhile', { year: 2027 })).toBe(
      '2027年的工作日历刚刚由别的同志改过，您这次的没有保存，填的内容还在。请看过现在的内容再保存。',
    );
    expect(refusalSentence('calendar-day-twice', { date: '2027-01-01' })).toBe(
      '2027年1月1日（周五）既列为法定节假日，又列为调休上班日。请改成其中一种，再保存。',
    );
  });
});

describe('words that people do not use', () => {
  const avoided = [
    '审批通过',
    '打卡',
    '排名',
    '战绩',
    '用户',
    '任务失败',
    '差评',
    '淘汰',
    '冻结',
    '处罚',
    '一票否决',
    '流程实例',
    '驾驶舱',
  ];

  it.each(avoided)('%s is said nowhere', (word) => {
    expect(sourcesUnder(here).filter((source) => source.includes(word))).toEqual([]);
  });
});
