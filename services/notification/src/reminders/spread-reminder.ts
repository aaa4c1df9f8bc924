import type { NoticeTemplate, OutstandingAnswer, ReminderRequest } from '@jifen/contracts';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId } from '../messages/message.ts';
import { isReminderOf, takeBackEarly } from '../messages/told-of-step.ts';
import type { Outstanding } from '../ports/ports.ts';

/** `gatherMs`: how long it waits, in real time, for others to the same person. */
export type Spread = { store: MessageStore; outstanding: Outstanding; businessNow: number; realNow: number; gatherMs: number };

/** Step, round and planned instant make the key, so that a second round's reminders are not swallowed by the first's. */
export function reminderKey({ branchId, period, round, step, plannedFor, n, level, memberId }: ReminderRequest): string {
  const ofMember = memberId === undefined ? '' : `/${memberId}`;
  return `reminder/${branchId}/${period}/${round}/${step}/${plannedFor ?? n}/${level}${ofMember}`;
}

/**
 * Asks who is outstanding now and adds a message for each; nobody outstanding, nobody reminded. Who was told within a day that the step
 * begins is left out here: while reminders are planned, nobody knows when a step will begin. Answers how many were new.
 */
export async function spreadReminder(spread: Spread, reminder: ReminderRequest): Promise<number> {
  const { store, outstanding } = spread;
  const { n, plannedFor, ...question } = reminder;
  const answer = await outstanding.ask(question);
  if (!answer.open || answer.people.length === 0) return 0;
  const { branchId, period, round, step, memberId } = reminder;
  const people = { branchId, period, round, recipients: answer.people.map(({ personId }) => personId) };
  const told = await store.toldIn(people);
  const before = told.filter(
    (message) => isReminderOf(message, step) && message.facts.memberId === memberId && message.key !== reminderKey(reminder),
  );
  const countFor = (person: string) => before.filter(({ recipient }) => recipient === person).length + 1;
  const messages = answer.people.map((person) => messageFor(reminder, answer, { ...person, count: countFor(person.personId) }, spread));
  const added = await store.addAll(messages);
  await takeBackEarly(store, people, step);
  return added;
}

type Reminded = OutstandingAnswer['people'][number] & { count: number };

function messageFor(
  reminder: ReminderRequest,
  answer: OutstandingAnswer,
  person: Reminded,
  { businessNow, realNow, gatherMs }: Spread,
): Message {
  const key = reminderKey(reminder);
  const { branchId, period, round, step, level, n, memberId } = reminder;
  return {
    id: messageId(key, person.personId),
    key,
    template: templateOf(reminder, person.reason),
    organisation: answer.organisation,
    branchId,
    period,
    round,
    recipient: person.personId,
    facts: {
      step,
      level,
      n,
      count: person.count,
      branchName: answer.branchName,
      lastDay: answer.lastDay,
      ...(memberId === undefined ? {} : { memberId }),
      ...(answer.because === undefined ? {} : { because: answer.because }),
    },
    at: businessNow,
    digest: { state: 'waiting', dueAt: realNow + gatherMs },
  };
}

function templateOf({ step, level }: ReminderRequest, reason: OutstandingAnswer['people'][number]['reason']): NoticeTemplate {
  if (step === 'entry-confirmation') return level === 0 ? 'confirm-entry' : 'entry-unconfirmed';
  if (step === 'waiting-line') return reason === 'supervises' ? 'line-waits-below' : 'line-waits';
  return reason === 'supervises' ? 'escalation' : 'reminder';
}
