import { isStillToBeSent } from '../deliveries/still-due.ts';
import { concludeReminders, remindersOf } from '../digests/reminders-of-digest.ts';
import { type Attempt, afterAttempt } from '../messages/attempt.ts';
import type { MessageStore } from '../messages/message.store.ts';
import type { Mail, Message } from '../messages/message.ts';
import type { Contact, Office, Outstanding, People } from '../ports/ports.ts';

export type Envelope = { to: string; subject: string; text: string; messageId: string };
export type Postman = { send(mail: Envelope): Promise<Attempt> };
/** The mail about these messages: one for a mail of its own, all of a digest. */
export type Render = (messages: readonly Message[], recipientName: string) => { subject: string; text: string };

export type SendMail = {
  store: MessageStore;
  people: People;
  outstanding: Outstanding;
  office: Office;
  postman: Postman;
  render: Render;
  /** Real time in milliseconds. */
  realNow: () => number;
  /** How long one attempt may take before another process may take it over. */
  claimMs: number;
};

/** One attempt at one mail. Answers the state it ended in, or undefined when it was not ours to send. */
export async function sendMail(deps: SendMail, id: string): Promise<Mail['state'] | undefined> {
  const { store, office } = deps;
  const waiting = await store.find(id);
  if (waiting && !waiting.atOnce && !(await office.isOpen())) return waiting.mail?.state;
  const start = deps.realNow();
  const claimedUntil = start + deps.claimMs;
  const message = await store.claim(id, start, claimedUntil);
  if (message?.mail === undefined) return undefined;
  const isDigest = message.gathers !== undefined;
  const about = isDigest ? await remindersOf(store, message) : [message];
  if (message.mail.state !== 'sending') {
    if (isDigest) await concludeReminders(store, message, { about, told: about, mail: message.mail });
    return message.mail.state;
  }
  const { attempt, told } = await tryOnce(deps, message, { about, mailId: message.mail.messageId });
  const mail = afterAttempt(message.mail, attempt, deps.realNow());
  if (isDigest) await concludeReminders(store, message, { about, told, mail });
  return (await store.conclude(id, claimedUntil, mail)) ? mail.state : undefined;
}

type About = { about: readonly Message[]; mailId: string };
type Tried = { attempt: Attempt; told: readonly Message[] };

/** `told` are those of the messages that the mail is about that somebody is still waited for in. */
async function tryOnce(deps: SendMail, { recipient }: Message, { about, mailId }: About): Promise<Tried> {
  let told = about;
  let contact: Contact | undefined;
  try {
    const due = await Promise.all(about.map((message) => isStillToBeSent(deps.outstanding, message)));
    told = about.filter((_, index) => due[index]);
    if (told.length === 0) return { attempt: { outcome: 'no-longer-due' }, told };
    [contact] = await deps.people.contacts([recipient]);
  } catch (error) {
    return { attempt: { outcome: 'failed-before-data', error: error instanceof Error ? error.message : 'unknown failure' }, told };
  }
  if (contact?.email === undefined) return { attempt: { outcome: 'no-address' }, told };
  return { attempt: await deps.postman.send({ to: contact.email, messageId: mailId, ...deps.render(told, contact.name) }), told };
}
