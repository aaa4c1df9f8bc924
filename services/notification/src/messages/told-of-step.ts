import type { MessageStore, StepTold } from './message.store.ts';
import type { Message } from './message.ts';

const dayMs = 86_400_000;
const reminding: readonly Message['template'][] = [
  'reminder',
  'escalation',
  'confirm-entry',
  'entry-unconfirmed',
  'line-waits',
  'line-waits-below',
];

export const isReminderOf = ({ template, facts }: Message, step: string): boolean => reminding.includes(template) && facts.step === step;

/** The step that begins with what a message tells. A month begins with its applications. */
export function stepBegun({ template, facts }: Pick<Message, 'template' | 'facts'>): string | undefined {
  if (template === 'month-opened') return 'application';
  return template === 'step-opened' && typeof facts.step === 'string' ? facts.step : undefined;
}

/**
 * Nobody is reminded of a step within a day, of business time, of being told that it begins. Notice and reminder may arrive in either order:
 * each is recorded first and then looks for the other. What a digest has taken along stays.
 */
export async function takeBackEarly(store: MessageStore, people: StepTold, step: string): Promise<void> {
  const told = await store.toldIn(people);
  const notices = told.filter((message) => stepBegun(message) === step);
  const isEarly = ({ recipient, at }: Message) =>
    notices.some((notice) => notice.recipient === recipient && Math.abs(at - notice.at) < dayMs);
  await store.takeBack(told.filter((message) => isReminderOf(message, step) && isEarly(message)).map(({ id }) => id));
}
