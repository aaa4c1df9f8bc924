import { reminderRequest } from '@jifen/contracts';
import { type BusinessClock, createRelay, type Ground, type HttpClient } from '@jifen/service-kit';
import { renderDigest, renderNotice } from '@jifen/wording';
import type { NotificationConfig } from './config.ts';
import { gatherDigests } from './digests/gather-digests.ts';
import { type Render, type SendMail, sendMail } from './mail/send-mail.ts';
import { smtpPostman } from './mail/smtp-postman.ts';
import { mongoMessageStore } from './messages/message.store.mongo.ts';
import { outstandingForAWhile, peopleAhead } from './ports/asked-ahead.ts';
import { memberPeople, scoringOutstanding } from './ports/http.ts';
import { countyOffice, memberCalendar } from './ports/office-hours.ts';
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
  const office = countyOffice({
    hours: config.OFFICE_HOURS,
    calendar: memberCalendar(member),
    businessNow: clock.now,
    realNow,
    keepMs: 60_000,
  });
  const sending: SendMail = {
    store: messages,
    people: recipients,
    outstanding: outstandingForAWhile(outstanding, { keepMs: 5_000, realNow }),
    postman: smtpPostman({ url: config.SMTP_URL, from: config.MAIL_FROM }),
    office,
    render: renderedWith(config.CONSOLE_URL),
    realNow,
    claimMs: 90_000,
  };
  const mails = startMailQueue({
    redisUrl: config.REDIS_URL,
    name: 'jifen-mail',
    messages,
    office,
    gather: (limit) => gatherDigests({ store: messages, businessNow: clock.now(), realNow: realNow(), limit }),
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
      const times = { businessNow: clock.now(), realNow: realNow() };
      const spreading = { store: messages, outstanding, ...times, gatherMs: config.DIGEST_AFTER_SECONDS * 1_000 };
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

/** A mail about one message says all of it; one about several says each in a line. */
function renderedWith(link: string): Render {
  return (messages, recipient) => {
    const notices = messages.map(({ template, facts, period }) => ({
      template,
      facts: { ...facts, period },
      branch: String(facts.branchName ?? ''),
    }));
    const [first] = notices;
    if (first === undefined || notices.length > 1) return renderDigest(notices, { recipient, link });
    return renderNotice(first.template, first.facts, { branch: first.branch, recipient, link });
  };
}
