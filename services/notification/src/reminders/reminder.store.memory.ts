import type { Reminder, ReminderStore } from './reminder.store.ts';

export function memoryReminderStore(): ReminderStore & { all: Reminder[] } {
  const all: Reminder[] = [];
  return {
    all,
    async add(reminder) {
      if (all.some(({ key }) => key === reminder.key)) return false;
      all.push(reminder);
      return true;
    },
  };
}
