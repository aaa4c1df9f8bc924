import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectRedis, createLogger } from '@jifen/service-kit';
import { eventually, requireServer } from '@jifen/test-kit';
import { gatherDigests } from '../digests/gather-digests.ts';
import { type SendMail, sendMail } from '../mail/send-mail.ts';
import { fakeMessageStore } from '../messages/message.store.fake.ts';
import { aMessage, anAnswer, anOffice, aReminder, knownPeople, toldOutstanding } from '../testing.ts';
import { type MailQueue, startMailQueue } from './mail-queue.ts';

const running: MailQueue[] = [];
afterEach(async () => {
  for (const queue of running.splice(0)) await queue.stop();
});

function aCarrier(change: Partial<SendMail> = {}) {
  const messages = fakeMessageStore();
  const sent: string[] = [];
  const name = `test-mail-${randomUUID()}`;
  const sending: SendMail = {
    store: messages,
    people: knownPeople(),
    outstanding: toldOutstanding(anAnswer()),
    office: anOffice(),
    postman: {
      send: async ({ messageId }) => {
        sent.push(messageId);
        return { outcome: 'sent', response: '250 ok' };
      },
    },
    render: () => ({ subject: '提醒', text: '请登记' }),
    realNow: Date.now,
    claimMs: 5_000,
    ...change,
  };
  const start = () => {
    const queue = startMailQueue({
      redisUrl: requireServer('REDIS_URL'),
      name,
      messages,
      office: sending.office,
      gather: (limit) => gatherDigests({ store: messages, businessNow: 1_000, realNow: Date.now(), limit }),
      send: (id) => sendMail(sending, id),
      mailsPerMinute: 6_000,
      sweepMs: 100,
      logger: createLogger('test', 'silent'),
    });
    running.push(queue);
    return queue;
  };
  return { messages, sent, start, name };
}

const twenty = Array.from({ length: 20 }, (_, n) => aMessage({ key: `k${n}` }));

describe('the queue of mails', () => {
  it('sends each mail of the record once, with two senders at work', async () => {
    const { messages, sent, start } = aCarrier();
    await messages.addAll(twenty);
    start();
    start();
    await eventually(() => expect(sent).toHaveLength(20));
    expect(new Set(sent).size).toBe(20);
    await eventually(async () => {
      const { items } = await messages.deliveries({ branchId: 'dongwan', period: '2026-10', limit: 99 });
      expect(items.map(({ mail }) => mail?.state)).toEqual(Array(20).fill('sent'));
    });
  });

  it('carries one digest to a person, and nothing but what was asked for by hand while the office is closed', async () => {
    const office = anOffice(false);
    const { messages, sent, start } = aCarrier({ office });
    const byHand = aMessage({ key: 'by-hand', atOnce: true });
    await messages.addAll([aMessage(), byHand, aReminder({ key: 'r1' }), aReminder({ key: 'r2' })]);
    start();
    await eventually(() => expect(sent).toEqual([byHand.mail?.messageId]));
    office.opens();
    await eventually(() => expect(sent).toHaveLength(3));
    await eventually(async () => {
      const { items } = await messages.deliveries({ branchId: 'dongwan', period: '2026-10', limit: 99 });
      expect(items.flatMap(({ digest }) => (digest?.state === 'joined' ? [digest.outcome] : []))).toEqual(['sent', 'sent']);
    });
    expect(sent).toHaveLength(3);
  });

  it('is filled again from the record after Redis has lost everything it held', async () => {
    const { messages, sent, start, name } = aCarrier();
    const queue = start();
    const redis = connectRedis(requireServer('REDIS_URL'));
    await messages.addAll(twenty);
    await redis.eval("for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end", 0, `bull:${name}:*`);
    queue.wake();
    await eventually(() => expect(sent).toHaveLength(20));
    expect(new Set(sent).size).toBe(20);
    redis.disconnect();
  });
});
