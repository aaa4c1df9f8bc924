import { z } from 'zod';
import { applicationForm } from './application-form.ts';
import { branchMonthView } from './branch-month.ts';
import { inboxItem } from './notices.ts';
import { meAnswer } from './organisations.ts';
import { localDate } from './primitives.ts';
import { countyTodo, todo } from './todos.ts';

/** What the console's own screens are told: one answer a screen, put together from the three services. */
export const sessionRequest = z.strictObject({ signInName: z.string().trim().min(1).max(64), password: z.string().min(1).max(128) });
export type SessionRequest = z.infer<typeof sessionRequest>;

export const consoleProfile = z.strictObject({ profile: z.enum(['demo', 'production']) });

export const consoleMe = meAnswer.extend({ profile: consoleProfile.shape.profile, idleMinutes: z.int() });
export type ConsoleMe = z.infer<typeof consoleMe>;

/** `messages` is absent while notification cannot be reached: the to-dos are shown all the same. */
export const todosScreen = z.strictObject({
  items: z.array(todo),
  county: z.array(countyTodo),
  messages: z.strictObject({ items: z.array(inboxItem.extend({ branchName: z.string() })), unread: z.int() }).optional(),
});
export type TodosScreen = z.infer<typeof todosScreen>;

/** `today` is a day of business time; `workingDaysLeft` counts to the deadline of the step that is waited for, today not counted. */
export const branchMonthScreen = branchMonthView.extend({ today: localDate, workingDaysLeft: z.int().optional() });

/** The working days that are left to apply. */
export const applicationFormScreen = applicationForm.extend({ workingDaysLeft: z.int().optional() });
export type ApplicationFormScreen = z.infer<typeof applicationFormScreen>;
export type BranchMonthScreen = z.infer<typeof branchMonthScreen>;

export const clockScreen = z.strictObject({ today: localDate });
export type ClockScreen = z.infer<typeof clockScreen>;
