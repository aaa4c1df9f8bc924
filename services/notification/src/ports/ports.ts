import type { OutstandingAnswer, ReminderRequest } from '@jifen/contracts';

/** Scoring's side: who, still? Asked at the moment of sending. */
export type OutstandingQuestion = Omit<ReminderRequest, 'n' | 'plannedFor'>;
export type Outstanding = { ask(question: OutstandingQuestion): Promise<OutstandingAnswer> };
/** The same for a month that a person names: undefined where there is none. */
export type OutstandingFinder = { find(question: OutstandingQuestion): Promise<OutstandingAnswer | undefined> };

/** Member's side: who a recipient is, asked at, or shortly before, the moment of sending; written nowhere. */
export type Contact = { personId: string; name: string; email?: string | undefined; telephone?: string | undefined };
export type People = { contacts(personIds: readonly string[]): Promise<Contact[]> };

/** Whether mails may leave that nobody has asked for by hand; by business time and the county's calendar. */
export type Office = { isOpen(): Promise<boolean> };
