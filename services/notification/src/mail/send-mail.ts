import { isStillToBeSent } from '../deliveries/still-due.ts';
import { type Attempt, afterAttempt } from '../messages/attempt.ts';
import type { MessageStore } from '../messages/message.store.ts';
import type { Mail, Message } from '../messages/message.ts';
import type { Contact, Outstanding, People } from '../ports/ports.ts';

export type Envelope = { to: string; subject: string; text: string; messageId: string };
export type Postman = { send(mail: Envelope): Promise<Attempt> };
export type Render = (message: Message, recipientName: string) => { subject: string; text: string };

export type SendMail = {
  store: MessageStore;
  people: People;
  outstanding: Outstanding;
  postman: Postman;
  render: Render;
  /** Real time in milliseconds. */
  realNow: () => number;
  /** How long one attempt may take before another process may take it over. */
  claimMs: number;
};

/** One attempt at one mail. Answers the state it ended in, or undefined when it was not ours to send. */
export async function sendMail(deps: SendMail, id: string): Promise<Mail['state'] | undefined> {
  const start = deps.realNow();
  const claimedUntil = start + deps.claimMs;
  const message = await deps.store.claim(id, start, claimedUntil);
  if (message?.mail?.state !== 'sending') return message?.mail?.state;
  const attempt = await tryOnce(deps, message, message.mail.messageId);
  const mail = afterAttempt(message.mail, attempt, deps.realNow());
  return (await deps.store.conclude(id, claimedUntil, mail)) ? mail.state : undefined;
}

async function tryOnce(deps: SendMail, message: Message, mailId: string): Promise<Attempt> {
  let contact: Contact | undefined;
  try {
    if (!(await isStillToBeSent(deps.outstanding, message))) return { outcome: 'no-longer-due' };
    [contact] = await deps.people.contacts([message.recipient]);
  } catch (error) {
    return { outcome: 'failed-before-data', error: error instanceof Error ? error.message : 'unknown failure' };
  }
  if (contact?.email === undefined) return { outcome: 'no-address' };
  return deps.postman.send({ to: contact.email, messageId: mailId, ...deps.render(message, contact.name) });
}
