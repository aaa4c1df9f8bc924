import { remindedStep } from '@jifen/contracts';
import type { Message } from '../messages/message.ts';
import type { Outstanding } from '../ports/ports.ts';

const aboutAStep: readonly Message['template'][] = [
  'reminder',
  'escalation',
  'step-opened',
  'confirm-entry',
  'entry-unconfirmed',
  'line-waits',
  'line-waits-below',
];

/** Whether the recipient is still waited for; undefined when the message is about no step. */
async function isWaitedFor(outstanding: Outstanding, message: Message): Promise<boolean | undefined> {
  const { template, branchId, period, round, recipient, facts } = message;
  const step = remindedStep.safeParse(facts.step);
  if (!step.success || !aboutAStep.includes(template)) return undefined;
  const level = typeof facts.level === 'number' ? facts.level : 0;
  const { memberId } = facts;
  const asked = { branchId, period, round, step: step.data, level, ...(typeof memberId === 'string' ? { memberId } : {}) };
  const answer = await outstanding.ask(asked);
  return answer.open && answer.people.some(({ personId }) => personId === recipient);
}

/** A mail about a step is only sent to people who are still waited for. */
export const isStillToBeSent = async (outstanding: Outstanding, message: Message): Promise<boolean> =>
  (await isWaitedFor(outstanding, message)) ?? true;

/** Nobody is telephoned about a step that is done, or about days that are over. */
export async function isStillToBeTold(outstanding: Outstanding, message: Message, today: string): Promise<boolean> {
  const { lastDay } = message.facts;
  return (await isWaitedFor(outstanding, message)) ?? !(typeof lastDay === 'string' && lastDay < today);
}

/** A message is done with its step. That a month begins concerns everybody until its applications end. */
export async function isDone(outstanding: Outstanding, message: Message): Promise<boolean> {
  if (message.template !== 'month-opened') return (await isWaitedFor(outstanding, message)) === false;
  const { branchId, period, round } = message;
  return !(await outstanding.ask({ branchId, period, round, step: 'application', level: 0 })).open;
}
