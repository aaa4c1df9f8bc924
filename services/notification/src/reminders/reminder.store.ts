import type { ReminderRequest } from '@jifen/contracts';

/** `at` is business time, `recordedAt` real time. */
export type Reminder = { key: string; request: ReminderRequest; at: number; recordedAt: number };

/** Reminders that were asked for; each waits in `pending` until it has been spread to the people outstanding. */
export type ReminderStore = {
  /** false: it is known already, or its step has been reminded of as planned for that instant or a later one. */
  add(reminder: Reminder): Promise<boolean>;
};
