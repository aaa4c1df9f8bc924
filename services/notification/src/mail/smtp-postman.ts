import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Attempt } from '../messages/attempt.ts';
import type { Envelope, Postman } from './send-mail.ts';

export type SmtpOptions = { url: string; from: string; timeoutMs?: number };
type Login = { user: string; pass: string } | undefined;

/**
 * Sends over one connection a mail, without a pool: a pool sends again by itself after a broken line, and then nobody knows how often.
 * Whether the server could have kept the message is known from whether its content was ever asked for.
 */
export function smtpPostman({ url, from, timeoutMs = 30_000 }: SmtpOptions): Postman {
  const server = new URL(url);
  const login: Login =
    server.username === '' ? undefined : { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) };
  return {
    async send(mail) {
      const content = await new MailComposer({ from, to: mail.to, subject: mail.subject, text: mail.text, messageId: mail.messageId })
        .compile()
        .build();
      const connection = new SMTPConnection({
        host: server.hostname,
        port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 25),
        secure: server.protocol === 'smtps:',
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
      });
      return deliver(connection, { content, mail, from, login });
    },
  };
}

type Delivery = { content: Buffer; mail: Envelope; from: string; login: Login };

function deliver(connection: SMTPConnection, { content, mail, from, login }: Delivery): Promise<Attempt> {
  return new Promise((resolve) => {
    let asked = false;
    let over = false;
    const end = (attempt: Attempt) => {
      if (over) return;
      over = true;
      connection.close();
      resolve(attempt);
    };
    const fail = (error: Error & { responseCode?: number | undefined }) => end(failed(error, asked));
    connection.on('error', fail);
    connection.once('end', () => fail(new Error('the mail server closed the connection')));
    const message = new Readable({
      read() {
        asked = true;
        this.push(content);
        this.push(null);
      },
    });
    const send = () =>
      connection.send({ from: addressIn(from), to: [mail.to] }, message, (error, info) => {
        if (error) fail(error);
        else end({ outcome: 'sent', response: info?.response ?? '' });
      });
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === undefined) return send();
      return connection.login({ credentials: login }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

const addressIn = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** An answer of the server decides by its first digit; without one it depends on how far the dialogue had come. */
function failed(error: Error & { responseCode?: number | undefined }, contentWasAsked: boolean): Attempt {
  const text = error.message.replace(/\S+@\S+/g, '…').slice(0, 200);
  if (error.responseCode !== undefined && error.responseCode >= 500) return { outcome: 'refused-for-good', error: text };
  if (error.responseCode !== undefined || !contentWasAsked) return { outcome: 'failed-before-data', error: text };
  return { outcome: 'broken-after-data', error: text };
}
