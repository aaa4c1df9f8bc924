import { z } from 'zod';
import { allowedAction } from './branch-month.ts';
import { id, instant, localDate, period, round } from './primitives.ts';

/** What is allowed is not always still to be done: an objection, a return and an extension are possible, but nobody waits for them. */
const awaited = allowedAction.exclude(['apply-on-behalf', 'object', 'object-on-behalf', 'return', 'extend', 'extend-for-member']);
export const todoKind = z.enum([...awaited.options, 'decision-refused', 'confirm-entry']);
export const todo = z.strictObject({
  key: z.string(),
  kind: todoKind,
  branchId: id,
  branchName: z.string(),
  period,
  round,
  lastDay: localDate.optional(),
  dueAt: instant.optional(),
  overdue: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Todo = z.infer<typeof todo>;
export const todosAnswer = z.strictObject({ items: z.array(todo) });

/** What the county organisation department has to do for the county as a whole: its calendar is missing, or entered without having been checked. */
export const countyTodo = z.strictObject({ key: z.string(), kind: z.enum(['enter-calendar', 'check-calendar']), year: z.int() });
export type CountyTodo = z.infer<typeof countyTodo>;
export const countyTodosAnswer = z.strictObject({ items: z.array(countyTodo) });
