import type { Reminder, ReminderStore } from './reminder.store.ts';

export function fakeReminderStore(): ReminderStore & { all: Reminder[] } {
  const all: Reminder[] = [];
  return {
    all,
    async add(reminder) {
      if (all.some((known) => known.key === reminder.key || isNotBefore(known, reminder))) return false;
      all.push(reminder);
      return true;
    },
  };
}

function isNotBefore({ request: known }: Reminder, { request: asked }: Reminder): boolean {
  const sameStep = (['branchId', 'period', 'round', 'step', 'memberId'] as const).every((key) => known[key] === asked[key]);
  return sameStep && known.plannedFor !== undefined && asked.plannedFor !== undefined && known.plannedFor >= asked.plannedFor;
}
