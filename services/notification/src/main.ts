import { clock, reminderRequest } from '@jifen/contracts';
import {
  backlogOf,
  connectMongo,
  connectRedis,
  createAuditAppender,
  createClock,
  createHttpClient,
  createLogger,
  createProcessGauge,
  createReadiness,
  createRelay,
  createServiceTokens,
  ensureIndexes,
  identifyByToken,
  keyFor,
  operationsRoute,
  refuseUnlessFit,
  runService,
} from '@jifen/service-kit';
import { buildNotificationApp } from './app.ts';
import { readConfig } from './config.ts';
import { noticeRenderer } from './mail/render.ts';
import { sendMail } from './mail/send-mail.ts';
import { smtpPostman } from './mail/smtp-postman.ts';
import { messageModel, mongoMessageStore } from './messages/message.store.mongo.ts';
import { outstandingForAWhile, peopleAhead } from './ports/asked-ahead.ts';
import { memberPeople, scoringOutstanding } from './ports/http.ts';
import { startMailQueue } from './queue/mail-queue.ts';
import { mongoReminderStore, reminderModel, remindersCollection } from './reminders/reminder.store.mongo.ts';
import { spreadReminder } from './reminders/spread-reminder.ts';

const config = readConfig(process.env);
const gauge = createProcessGauge({ packageUrl: new URL('../package.json', import.meta.url) });
const logger = createLogger(config.SERVICE_NAME, config.LOG_LEVEL);
const { MONGO_URL, REDIS_URL, MEMBER_URL, SCORING_URL, SMTP_URL } = config;
const unfit = refuseUnlessFit(config.JIFEN_PROFILE, {
  host: config.HOST,
  urls: { MONGO_URL, REDIS_URL, MEMBER_URL, SCORING_URL, SMTP_URL },
  secrets: { SERVICE_SECRET_FILE: config.SERVICE_SECRET_FILE, AUDIT_KEY_FILE: config.AUDIT_KEY_FILE },
});
if (unfit.length > 0) {
  for (const reason of unfit) logger.fatal(reason);
  process.exit(1);
}

const connection = await connectMongo(MONGO_URL, config.MONGO_DB);
const redis = connectRedis(REDIS_URL);
redis.on('error', (error: Error) => logger.warn({ reason: error.message }, 'redis is away'));
const tokens = createServiceTokens({ memberUrl: MEMBER_URL, service: 'notification', secret: config.SERVICE_SECRET_FILE });
const member = createHttpClient({ baseUrl: MEMBER_URL, tokens });
const scoring = createHttpClient({ baseUrl: SCORING_URL, tokens });
const businessClock = await createClock({
  fetchClock: async () => {
    const answer = await member.request({ method: 'get', path: '/clock', response: clock });
    if (!answer.ok) throw new Error(`member refused the clock: ${answer.refusal.code}`);
    return answer.value;
  },
});

const messages = mongoMessageStore(connection);
const reminders = mongoReminderStore(connection);
const people = memberPeople(member);
const outstanding = scoringOutstanding(scoring);
await ensureIndexes([messageModel(connection), reminderModel(connection)]);

const audit = createAuditAppender({ connection, key: keyFor('audit', config.AUDIT_KEY_FILE), collections: [], logger });
await audit.start();

const postman = smtpPostman({ url: SMTP_URL, from: config.MAIL_FROM });
const recipients = peopleAhead(people, { keepMs: 60_000, realNow: Date.now });
const sending = {
  store: messages,
  people: recipients,
  outstanding: outstandingForAWhile(outstanding, { keepMs: 5_000, realNow: Date.now }),
  postman,
  render: noticeRenderer(config.CONSOLE_URL),
  realNow: Date.now,
  claimMs: 90_000,
};
const mails = startMailQueue({
  redisUrl: REDIS_URL,
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
    await spreadReminder(
      { store: messages, outstanding, businessNow: businessClock.now(), realNow: Date.now() },
      reminderRequest.parse(payload),
    );
    mails.wake();
  },
});
await relay.start();

const ready = createReadiness([
  { name: 'store', check: async () => connection.db?.command({ ping: 1 }) },
  { name: 'redis', check: () => redis.ping() },
]);
const operations = operationsRoute({
  gauge,
  ready,
  figures: {
    relays: backlogOf(connection, [remindersCollection]),
    auditOldestMs: audit.oldestUnchainedMs,
    queues: async () => [await mails.report()],
    mails: () => messages.mailReport(Date.now()),
  },
});
const wake = () => {
  relay.nudge();
  mails.wake();
};
const app = buildNotificationApp(
  { messages, reminders, people, outstanding, realNow: Date.now, wake, operations },
  { identity: identifyByToken(JSON.parse(config.TOKEN_PUBLIC_KEY_FILE)), audit, ready, logger, now: businessClock.now },
);
await runService({
  app,
  port: config.PORT,
  host: config.HOST,
  ready,
  logger,
  close: [
    { name: 'gauge', close: async () => gauge.stop() },
    { name: 'relay', close: relay.stop },
    { name: 'mails', close: mails.stop },
    { name: 'audit', close: audit.stop },
    { name: 'redis', close: async () => redis.disconnect() },
    { name: 'store', close: () => connection.close() },
  ],
});
