import type { ReminderRequest } from '@jifen/contracts';

/** `at` is business time, `recordedAt` real time. */
export type Reminder = { key: string; request: ReminderRequest; at: number; recordedAt: number };

/** Reminders that were asked for; each waits in `pending` until it has been spread to the people outstanding. */
export type ReminderStore = {
  /** false: this reminder is known already. */
  add(reminder: Reminder): Promise<boolean>;
};
