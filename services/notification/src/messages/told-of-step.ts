import type { Message } from './message.ts';

type Step = { step: string; memberId?: string | undefined };

const dayMs = 86_400_000;
const reminding: readonly Message['template'][] = [
  'reminder',
  'escalation',
  'confirm-entry',
  'entry-unconfirmed',
  'line-waits',
  'line-waits-below',
];

/** Whether a message told its recipient that this step begins. A month begins with its applications. */
export const isNoticeOf = ({ template, facts }: Message, { step }: Step): boolean =>
  (template === 'step-opened' && facts.step === step) || (template === 'month-opened' && step === 'application');

export const isReminderOf = ({ template, facts }: Message, { step, memberId }: Step): boolean =>
  reminding.includes(template) && facts.step === step && facts.memberId === memberId;

/** Of business time. */
export const isWithinADay = (at: number | undefined, other: number): boolean => at !== undefined && Math.abs(other - at) < dayMs;
