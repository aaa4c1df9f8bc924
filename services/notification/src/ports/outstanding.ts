import type { OutstandingAnswer, ReminderRequest } from '@jifen/contracts';

/** Scoring's side: who, still? Asked at the moment of sending. */
export type OutstandingQuestion = Omit<ReminderRequest, 'n'>;
export type Outstanding = { ask(question: OutstandingQuestion): Promise<OutstandingAnswer> };
