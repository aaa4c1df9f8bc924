import { reminderRequest } from '@jifen/contracts';
import { type BusinessClock, createRelay, type Ground, type HttpClient } from '@jifen/service-kit';
import { renderNotice } from '@jifen/wording';
import type { NotificationConfig } from './config.ts';
import { type SendMail, sendMail } from './mail/send-mail.ts';
import { smtpPostman } from './mail/smtp-postman.ts';
import { mongoMessageStore } from './messages/message.store.mongo.ts';
import { outstandingForAWhile, peopleAhead } from './ports/asked-ahead.ts';
import { memberPeople, scoringOutstanding } from './ports/http.ts';
import { startMailQueue } from './queue/mail-queue.ts';
import { mongoReminderStore, remindersCollection } from './reminders/reminder.store.mongo.ts';
import { spreadReminder } from './reminders/spread-reminder.ts';
import type { NotificationDeps } from './routes.ts';

type Parts = Ground & { config: NotificationConfig; clock: Pick<BusinessClock, 'now'>; member: HttpClient; scoring: HttpClient };

const realNow = Date.now;

/** Puts the real parts together: what the routes need, and what works in the background. */
export function assemble({ config, connection, clock, member, scoring, logger }: Parts) {
  const messages = mongoMessageStore(connection);
  const people = memberPeople(member);
  const outstanding = scoringOutstanding(scoring);
  const recipients = peopleAhead(people, { keepMs: 60_000, realNow });
  const sending: SendMail = {
    store: messages,
    people: recipients,
    outstanding: outstandingForAWhile(outstanding, { keepMs: 5_000, realNow }),
    postman: smtpPostman({ url: config.SMTP_URL, from: config.MAIL_FROM }),
    render: ({ template, facts, period }, recipient) =>
      renderNotice(template, { ...facts, period }, { branch: String(facts.branchName ?? ''), recipient, link: config.CONSOLE_URL }),
    realNow,
    claimMs: 90_000,
  };
  const mails = startMailQueue({
    redisUrl: config.REDIS_URL,
    name: 'jifen-mail',
    messages,
    send: (id) => sendMail(sending, id),
    ahead: recipients.expect,
    mailsPerMinute: config.MAILS_PER_MINUTE,
    sweepMs: 2_000,
    logger,
  });
  const relay = createRelay({
    name: 'reminders',
    connection,
    collection: remindersCollection,
    logger,
    async deliver({ payload }) {
      const spreading = { store: messages, outstanding, businessNow: clock.now(), realNow: realNow() };
      await spreadReminder(spreading, reminderRequest.parse(payload));
      mails.wake();
    },
  });
  const wake = () => {
    relay.wake();
    mails.wake();
  };
  const deps: NotificationDeps = { messages, reminders: mongoReminderStore(connection), people, outstanding, realNow, wake };
  return { deps, relay, mails };
}
