import type { ConsoleMe, InboxItem } from '@jifen/contracts';
import { localDateOf } from '@jifen/wording';

export type MessageGroup = 'today' | 'thisWeek' | 'earlier';

const dayMs = 86_400_000;

/** A week begins with its Monday. */
function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
}

function groupOf({ at }: Pick<InboxItem, 'at'>, today: string): MessageGroup {
  const day = localDateOf(at);
  if (day >= today) return 'today';
  return day >= mondayOf(today) ? 'thisWeek' : 'earlier';
}

/** By the county's day, the newest first; without those that are empty. */
export function groupsOf<Item extends Pick<InboxItem, 'at'>>(
  items: readonly Item[],
  today: string,
): { group: MessageGroup; items: Item[] }[] {
  return (['today', 'thisWeek', 'earlier'] as const)
    .map((group) => ({ group, items: items.filter((item) => groupOf(item, today) === group) }))
    .filter((one) => one.items.length > 0);
}

export const isUnread = ({ readAt, doneAt }: InboxItem): boolean => readAt === undefined && doneAt === undefined;

const ofOwnApplication: readonly InboxItem['template'][] = ['month-opened', 'entered-on-behalf', 'confirm-entry'];

/** The screen of what a message is about: the application of its month, the own sheet, the branch's month. */
export function wayTo({ template, branchId, period, facts }: InboxItem, { memberId }: Pick<ConsoleMe, 'memberId'>): string {
  const month = `/branches/${branchId}/${period}`;
  if (template === 'entry-unconfirmed') return typeof facts.memberId === 'string' ? `${month}/application/${facts.memberId}` : month;
  if (memberId === undefined) return month;
  if (template === 'line-waits') return `/sheets/${memberId}`;
  const isOwn = ofOwnApplication.includes(template) || (template === 'reminder' && facts.step === 'application');
  return isOwn ? `${month}/application/${memberId}` : month;
}
