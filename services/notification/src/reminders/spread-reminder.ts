import type { NoticeTemplate, OutstandingAnswer, ReminderRequest } from '@jifen/contracts';
import type { MessageStore } from '../messages/message.store.ts';
import { type Message, messageId, queuedMail } from '../messages/message.ts';
import type { Outstanding } from '../ports/ports.ts';

export type Spread = { store: MessageStore; outstanding: Outstanding; businessNow: number; realNow: number };

/** Step, round and planned instant make the key, so that a second round's reminders are not swallowed by the first's. */
export function reminderKey({ branchId, period, round, step, plannedFor, n, level, memberId }: ReminderRequest): string {
  const ofMember = memberId === undefined ? '' : `/${memberId}`;
  return `reminder/${branchId}/${period}/${round}/${step}/${plannedFor ?? n}/${level}${ofMember}`;
}

/** Asks who is outstanding now and adds a message for each; nobody outstanding, nobody reminded. Answers how many were new. */
export async function spreadReminder({ store, outstanding, businessNow, realNow }: Spread, reminder: ReminderRequest): Promise<number> {
  const { n, plannedFor, ...question } = reminder;
  const answer = await outstanding.ask(question);
  if (!answer.open) return 0;
  return store.addAll(answer.people.map((person) => messageFor(reminder, answer, person, { businessNow, realNow })));
}

type Times = { businessNow: number; realNow: number };

function messageFor(
  reminder: ReminderRequest,
  answer: OutstandingAnswer,
  person: OutstandingAnswer['people'][number],
  { businessNow, realNow }: Times,
): Message {
  const key = reminderKey(reminder);
  const id = messageId(key, person.personId);
  const { branchId, period, round, step, level, n, memberId } = reminder;
  return {
    id,
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
      branchName: answer.branchName,
      lastDay: answer.lastDay,
      ...(memberId === undefined ? {} : { memberId }),
      ...(answer.because === undefined ? {} : { because: answer.because }),
    },
    at: businessNow,
    mail: queuedMail(id, realNow),
  };
}

function templateOf({ step, level }: ReminderRequest, reason: OutstandingAnswer['people'][number]['reason']): NoticeTemplate {
  if (step === 'entry-confirmation') return level === 0 ? 'confirm-entry' : 'entry-unconfirmed';
  if (step === 'waiting-line') return reason === 'supervises' ? 'line-waits-below' : 'line-waits';
  return reason === 'supervises' ? 'escalation' : 'reminder';
}
