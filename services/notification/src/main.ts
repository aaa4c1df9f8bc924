import { callerMayAnywhere } from '@jifen/domain';
import { clientsOf, connectRedis, createClock, ensureIndexes, fetchClock, loadConfig, startService } from '@jifen/service-kit';
import { assemble } from './assembly.ts';
import { notificationConfig } from './config.ts';
import { messageModel } from './messages/message.store.mongo.ts';
import { reminderModel, remindersCollection } from './reminders/reminder.store.mongo.ts';
import { notificationRoutes } from './routes.ts';

const config = loadConfig(notificationConfig);
const { REDIS_URL, MEMBER_URL, SCORING_URL, SMTP_URL, SERVICE_SECRET_FILE } = config;

await startService({
  config,
  title: 'notification',
  mayAnywhere: callerMayAnywhere,
  packageUrl: new URL('../package.json', import.meta.url),
  urls: { REDIS_URL, MEMBER_URL, SCORING_URL, SMTP_URL },
  secrets: { SERVICE_SECRET_FILE },
  eventCollections: [remindersCollection],
  auditedCollections: [],
  async build(ground) {
    const { connection, logger } = ground;
    const redis = connectRedis(REDIS_URL);
    redis.on('error', (error: Error) => logger.warn({ reason: error.message }, 'redis is away'));
    const client = clientsOf(config);
    const member = client(MEMBER_URL);
    const scoring = client(SCORING_URL);
    const clock = await createClock({ fetchClock: () => fetchClock(member) });
    await ensureIndexes([messageModel(connection), reminderModel(connection)]);
    const { deps, relay, mails } = assemble({ ...ground, config, clock, member, scoring });
    return {
      clock,
      checks: [
        { name: 'store', check: async () => connection.db?.command({ ping: 1 }) },
        { name: 'redis', check: () => redis.ping() },
      ],
      figures: { queues: async () => [await mails.report()], mails: () => deps.messages.mailReport(Date.now()) },
      parts: [
        { name: 'relay', start: relay.start, stop: relay.stop },
        { name: 'mails', stop: mails.stop },
        { name: 'redis', stop: () => redis.disconnect() },
      ],
      routes: notificationRoutes(deps),
    };
  },
});
