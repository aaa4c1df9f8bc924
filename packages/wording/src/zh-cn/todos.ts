import type { CountyTodo, Todo } from '@jifen/contracts';
import { formatDate, formatMonth } from '../format.ts';
import { textIn } from './facts.ts';
import { actKindNames, nameIn } from './names.ts';
import { refusalSentence } from './refusals.ts';

type Description = { title?: (todo: Todo) => string; action?: string };

const about = (todo: Todo) => `${todo.branchName}${formatMonth(todo.period)}`;

/** Where a to-do has more to say than what is done, and than that it is to be done. */
const descriptions: Readonly<Partial<Record<Todo['kind'], Description>>> = {
  apply: { title: (todo) => `${formatMonth(todo.period)}积分申报`, action: '去申报' },
  register: { action: '去登记' },
  review: { action: '去初评' },
  'review-own-line': { title: (todo) => `${about(todo)}初评：有一位委员本人回避，请您另行办理`, action: '去初评' },
  'record-meeting': { title: (todo) => `${about(todo)}党员大会评定：录入会议结果`, action: '去录入' },
  post: { title: (todo) => `${about(todo)}公示登记`, action: '去登记' },
  'answer-objection': { title: (todo) => `${about(todo)}有异议待书面答复`, action: '去答复' },
  file: { action: '去上报' },
  receive: { title: (todo) => `${about(todo)}备案：出具回执，或者退回补正` },
  'decision-refused': {
    title: (todo) => `${about(todo)}：${refusalSentence(textIn(todo.facts, 'code') ?? '', todo.facts)}`,
    action: '去查看',
  },
  'confirm-entry': { title: (todo) => `${formatMonth(todo.period)}积分申报由支部代填，请确认`, action: '去确认' },
};

export function describeTodo(todo: Todo): { title: string; action: string; deadline: string } {
  const { title, action = '去办理' } = descriptions[todo.kind] ?? {};
  const deadline = todo.lastDay === undefined ? '' : `${todo.overdue ? '已过截止日' : '截止'}${formatDate(todo.lastDay)}`;
  return { title: title?.(todo) ?? `${about(todo)}${nameIn(actKindNames, todo.kind)}`, action, deadline };
}

const countyDescriptions: Readonly<Record<CountyTodo['kind'], (year: number) => { title: string; hint: string; action: string }>> = {
  'enter-calendar': (year) => ({
    title: `${year}年工作日历还没有录入`,
    hint: '截止日或者提醒跨到这一年的月份，在录入以前不能开始办理，也不能延期。',
    action: '去录入',
  }),
  'check-calendar': (year) => ({
    title: `${year}年工作日历待国务院办公厅公布后核对`,
    hint: '现在是在公布之前录入的，公布以后请核对并保存。',
    action: '去核对',
  }),
};

export const countyTodoKinds = Object.keys(countyDescriptions) as CountyTodo['kind'][];

export const describeCountyTodo = ({ kind, year }: Pick<CountyTodo, 'kind' | 'year'>) => countyDescriptions[kind](year);
