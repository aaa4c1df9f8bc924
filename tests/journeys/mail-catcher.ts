import { eventually } from '@jifen/test-kit';
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

/** Waits until somebody has been notified by mail. */
export async function isNotified(address: string, subject: string): Promise<void> {
  await eventually(
    async () => {
      const sent = (await caughtMails()).some((mail) => mail.to.includes(address) && mail.subject === subject);
      if (!sent) throw new Error(`${address} has no mail “${subject}”`);
    },
    { withinMs: 60_000, everyMs: 500 },
  );
}
