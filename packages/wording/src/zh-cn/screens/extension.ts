import { formatDate, formatMonth, formatPeriod } from '../../format.ts';

export const extensionWords = {
  button: '延期',
  title: (step: string) => `${step}延期`,
  hint: (standing: string) => `现在的截止日是${formatDate(standing)}。只能往后延；后面各步的截止日不会早于新的截止日。`,
  lastDay: '新的截止日',
  lastDayMissing: '请选比现在的截止日更晚的工作日，不能早于今天',
  reason: '延期理由',
  reasonMissing: '请写明延期理由',
  given: (step: string, lastDay: string) => `${step}已经延期到${formatDate(lastDay)}`,
  personal: {
    button: '个别延期',
    title: (name: string) => `给${name}同志延期`,
    hint: (registration: string) => `只延这一位同志的申报截止日，最多到登记截止的${formatDate(registration)}；支部的其他截止日不变。`,
    until: (lastDay: string) => `延期到${formatDate(lastDay)}`,
    given: (name: string, lastDay: string) => `${name}同志的申报已经延期到${formatDate(lastDay)}`,
  },
  all: {
    button: '全县延期',
    title: '全县延期',
    hint: '一次延长全县各支部同一个步骤的截止日。后面各步的截止日不会早于新的截止日；以后才开始办理的支部也按新的截止日。',
    period: '月份',
    step: '步骤',
    periodMissing: '请选月份',
    stepMissing: '请选步骤',
    lastDayMissing: '请选今天或者以后的工作日',
    counting: '正在统计涉及的支部',
    nobody: (period: string, step: string) => `${formatPeriod(period)}没有支部还要办${step}，不用延期。`,
    standing: (earliest: string, latest: string) =>
      earliest === latest
        ? `现在的截止日是${formatDate(earliest)}。`
        : `现在的截止日从${formatDate(earliest)}到${formatDate(latest)}不等。`,
    reach: (waiting: number, done: number) => `还没有办完这一步的支部${waiting}个${done > 0 ? `，已经办完的${done}个不受影响` : ''}。`,
    moved: (moved: number, waiting: number) => {
      if (moved === 0) return '这些支部的截止日本来就不早于新的截止日，请选更晚的工作日。';
      return moved === waiting
        ? `新的截止日对这${moved}个支部都有效。`
        : `其中${moved}个支部的截止日会改变，其余支部的截止日本来就不早于这一天。`;
    },
    give: '确定延期',
    confirm: (period: string, step: string, lastDay: string, moved: number) =>
      `把全县${formatPeriod(period)}${step}的截止日延到${formatDate(lastDay)}，涉及${moved}个支部。延期以后不能收回，只能再往后延。`,
    reasonOf: (reason: string) => `理由：${reason}`,
    given: (period: string, step: string, lastDay: string, moved: number) =>
      `全县${formatMonth(period)}${step}已经延期到${formatDate(lastDay)}，${moved}个支部的截止日已按此改变`,
  },
};
