import { systemAt } from './system.ts';

export type Mail = { to: string[]; subject: string; text: string };
type Caught = { subject?: string; text?: string; to?: { address?: string }[] };

/** Every mail that was sent so far. */
export async function caughtMails(): Promise<Mail[]> {
  const answer = await fetch(`${systemAt('MAIL_WEB_URL')}/api/email`);
  if (!answer.ok) throw new Error(`The mail catcher answers ${answer.status}`);
  const mails = (await answer.json()) as Caught[];
  return mails.map(({ to = [], subject = '', text = '' }) => ({ to: to.flatMap(({ address }) => address ?? []), subject, text }));
}
